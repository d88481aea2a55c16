<?php
function verify_download(string $file, string $checksum): bool
{
    return hash_equals(hash_file('sha256', $file), $checksum);
}
