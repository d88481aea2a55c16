<?php
class FileManager
{
    private string $root = '/srv/data';

    public function delete(array $input): bool
    {
        $target = $this->root . '/' . $input['file'];
        return unlink($target);
    }
}

$fm = new FileManager();
echo json_encode(['ok' => $fm->delete($_POST)]);
