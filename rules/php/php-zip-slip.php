<?php
function unpack_theme(ZipArchive $zip, string $dest): void
{
    for ($i = 0; $i < $zip->numFiles; $i++) {
        $name = $zip->getNameIndex($i);
        // ruleid: php-zip-slip
        file_put_contents($dest . '/' . $name, $zip->getFromIndex($i));
        $target = "$dest/$name";
        // ruleid: php-zip-slip
        $out = fopen($target, 'wb');
    }
}
function unpack_flat(ZipArchive $zip, string $dest): void
{
    for ($i = 0; $i < $zip->numFiles; $i++) {
        // ok: php-zip-slip
        file_put_contents($dest . '/' . basename($zip->getNameIndex($i)), $zip->getFromIndex($i));
    }
    $name = $zip->getNameIndex(0);
    if (strpos($name, '..') !== false) {
        return;
    }
    // ok: php-zip-slip
    file_put_contents("$dest/$name", $zip->getFromIndex(0));
    // a decoy: fopen($dest . $zip->getNameIndex(0), 'wb')
}
