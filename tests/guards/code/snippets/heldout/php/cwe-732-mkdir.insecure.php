<?php
function user_dir(int $id): string
{
    $dir = "/var/app/users/$id";
    if (!is_dir($dir)) {
        mkdir($dir, 0777, true);
        chmod($dir, 0777);
    }
    return $dir;
}
