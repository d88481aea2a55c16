<?php
$options = [
    'width' => $_GET['w'] ?? '100',
    'file' => $_GET['f'] ?? 'a.png',
];

function build_command(array $o): string
{
    return sprintf('convert %s -resize %d out.png', escapeshellarg(basename($o['file'])), (int) $o['width']);
}

passthru(build_command($options));
