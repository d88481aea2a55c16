<?php
$q = trim($_REQUEST["q"]);
echo "<form><input name=\"q\" value=\"$q\"></form>";
echo "<p>Nothing found.</p>";
