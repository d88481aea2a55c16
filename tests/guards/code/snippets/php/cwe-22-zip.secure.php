<?php
function unpack_theme(string $zipFile, string $dest): void
{
    $zip = new ZipArchive();
    if ($zip->open($zipFile) !== true) {
        throw new RuntimeException('cannot open');
    }
    for ($i = 0; $i < $zip->numFiles; $i++) {
        $name = $zip->getNameIndex($i);
        file_put_contents($dest . '/' . basename($name), $zip->getFromIndex($i));
    }
    $zip->close();
}
