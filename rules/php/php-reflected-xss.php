<?php
$name = $_GET["name"];
// ruleid: php-reflected-xss
echo "<h1>Hello $name</h1>";
// ruleid: php-reflected-xss
echo $_POST["comment"];
// ok: php-reflected-xss
echo "<h1>Hello " . htmlspecialchars($name, ENT_QUOTES) . "</h1>";
$name = "nobody";
// ok: php-reflected-xss
echo "<h1>$name</h1>";
// echo $_GET["name"]
