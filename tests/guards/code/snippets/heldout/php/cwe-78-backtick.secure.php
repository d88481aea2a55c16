<?php
class Disk
{
    public $path;

    public function usage()
    {
        return disk_free_space('/srv');
    }
}

$disk = new Disk();
$disk->path = $_GET['path'];
$size = $disk->usage();
