<?php
$q = htmlentities(trim($_REQUEST["q"]), ENT_QUOTES);
echo "<form><input name=\"q\" value=\"$q\"></form>";
echo "<p>Nothing found.</p>";
