<?php
use Symfony\Component\Process\Process;

function thumbnail(string $file, string $size): string
{
    $process = new Process(['convert', $file, '-resize', $size, 'thumb.png']);
    $process->mustRun();
    return $process->getOutput();
}
