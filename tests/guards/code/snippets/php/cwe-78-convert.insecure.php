<?php
$options = [
    'width' => $_GET['w'] ?? '100',
    'file' => $_GET['f'] ?? 'a.png',
];

function build_command(array $o): string
{
    return sprintf('convert %s -resize %s out.png', $o['file'], $o['width']);
}

passthru(build_command($options));
