<?php
class Importer
{
    public function load(string $path): array
    {
        return json_decode(file_get_contents($path), true, 32, JSON_THROW_ON_ERROR);
    }
}

$importer = new Importer();
$state = $importer->load($_FILES['backup']['tmp_name']);
echo count($state) . ' entries';
