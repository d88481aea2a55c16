<?php
$name = $_GET["file"];
// ruleid: php-path-traversal
readfile("/srv/" . $name);
// ruleid: php-path-traversal
$text = file_get_contents($_POST["path"]);
// ok: php-path-traversal
readfile("/srv/" . basename($name));
// ok: php-path-traversal
readfile("/srv/fixed.txt");
// readfile($name)
