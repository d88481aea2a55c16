<?php
function zip_folder(string $folder, string $target): int
{
    system('zip -r ' . escapeshellarg($target) . ' ' . escapeshellarg($folder), $code);
    return $code;
}
