<?php
class Importer
{
    public function load(string $path): array
    {
        return unserialize(file_get_contents($path));
    }
}

$importer = new Importer();
$state = $importer->load($_FILES['backup']['tmp_name']);
echo count($state) . ' entries';
