<?php
function zip_folder(string $folder, string $target): int
{
    system("zip -r $target $folder", $code);
    return $code;
}
