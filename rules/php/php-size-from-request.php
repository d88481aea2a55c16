<?php
function pad(): string
{
    $size = (int) $_GET['size'];
    // ruleid: php-size-from-request
    $filled = str_repeat('.', $size);
    // ruleid: php-size-from-request
    $image = imagecreatetruecolor((int) $_GET['w'], 100);
    return $filled . count($image);
}
function bounded(): string
{
    $size = (int) $_GET['size'];
    if ($size < 1 || $size > 1024) {
        return '';
    }
    // ok: php-size-from-request
    $filled = str_repeat('.', $size);
    // ok: php-size-from-request
    $few = str_repeat('.', min((int) $_GET['count'], 80));
    // a decoy: str_repeat('.', $_GET['size'])
    return $filled . $few;
}
