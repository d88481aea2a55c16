<?php
function convert($source, $format)
{
    $pipes = [];
    $process = proc_open("convert upload.png out." . $format, [1 => ['pipe', 'w']], $pipes);
    $out = stream_get_contents($pipes[1]);
    proc_close($process);
    return $out;
}

convert('upload.png', $_GET['format']);
