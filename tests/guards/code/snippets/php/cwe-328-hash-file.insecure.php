<?php
function verify_download(string $file, string $checksum): bool
{
    return md5_file($file) == $checksum;
}
