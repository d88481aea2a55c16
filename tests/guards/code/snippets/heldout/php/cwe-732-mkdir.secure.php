<?php
function user_dir(int $id): string
{
    $dir = "/var/app/users/$id";
    if (!is_dir($dir)) {
        mkdir($dir, 0750, true);
    }
    return $dir;
}
