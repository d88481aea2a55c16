<?php
$id = htmlspecialchars($_GET["id"]);
// ruleid: php-xss-by-context
echo "<div id=" . $id . ">text</div>";
// ruleid: php-xss-by-context
echo "<script>var id = '" . $id . "';</script>";
// ok: php-xss-by-context
echo "<div id='" . $id . "'>text</div>";
// ok: php-xss-by-context
echo "<p>" . $id . "</p>";
// echo "<div id=" . $id . ">"
