<?php
// ruleid: php-unsafe-unserialize
$a = unserialize($_COOKIE["cart"]);
$data = base64_decode($_POST["data"]);
// ruleid: php-unsafe-unserialize
$b = unserialize($data);
// ok: php-unsafe-unserialize
$c = json_decode($_COOKIE["cart"]);
// ok: php-unsafe-unserialize
$d = unserialize("a:0:{}");
// unserialize($_COOKIE["cart"])
