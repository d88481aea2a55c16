<?php
function add_user(string $file, string $user, string $pass): void
{
    file_put_contents($file, $user . ':' . crypt($pass, 'ab') . "\n", FILE_APPEND);
}
