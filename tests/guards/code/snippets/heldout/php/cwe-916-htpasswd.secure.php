<?php
function add_user(string $file, string $user, string $pass): void
{
    file_put_contents($file, $user . ':' . password_hash($pass, PASSWORD_BCRYPT) . "\n", FILE_APPEND | LOCK_EX);
}
