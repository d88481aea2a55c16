<?php
// ruleid: php-insecure-cookie
setcookie("s", $id, 0, "/", "", false, true);
// ruleid: php-insecure-cookie
ini_set("session.cookie_secure", 0);
// ok: php-insecure-cookie
setcookie("s", $id, 0, "/", "", true, true);
// ok: php-insecure-cookie
ini_set("session.cookie_secure", 1);
// setcookie('s', $id, 0, '/', '', false)
