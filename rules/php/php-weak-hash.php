<?php
// ruleid: php-weak-hash
$a = md5($password);
// ruleid: php-weak-hash
$b = sha1($_POST["password"]);
// ok: php-weak-hash
$c = password_hash($password, PASSWORD_DEFAULT);
// ok: php-weak-hash
$d = md5($file);
// md5($password)
