<?php
class Disk
{
    public $path;

    public function usage()
    {
        return `du -sh {$this->path}`;
    }
}

$disk = new Disk();
$disk->path = $_GET['path'];
$size = $disk->usage();
