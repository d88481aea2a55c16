<?php
$id = htmlspecialchars($_GET['id'], ENT_QUOTES);
echo "<div id='" . $id . "'>content</div>";
