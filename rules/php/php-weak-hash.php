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
function intact(string $file, string $sum): bool
{
    // ok: php-weak-hash
    $strong = hash_equals(hash_file('sha256', $file), $sum);
    // ruleid: php-weak-hash
    return $strong || md5_file($file) === $sum;
}
