<?php
function cache_page(string $html): string
{
    $file = '/tmp/page_' . getmypid() . '.html';
    file_put_contents($file, $html);
    chmod($file, 0777);
    return $file;
}
