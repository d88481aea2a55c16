<?php
function cache_page(string $html): string
{
    $file = tempnam(sys_get_temp_dir(), 'page_');
    file_put_contents($file, $html);
    chmod($file, 0600);
    return $file;
}
