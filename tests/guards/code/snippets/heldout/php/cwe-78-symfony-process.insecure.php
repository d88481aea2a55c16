<?php
use Symfony\Component\Process\Process;

function thumbnail(string $file, string $size): string
{
    $process = Process::fromShellCommandline("convert $file -resize $size thumb.png");
    $process->mustRun();
    return $process->getOutput();
}
