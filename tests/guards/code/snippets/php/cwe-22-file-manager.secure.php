<?php
class FileManager
{
    private string $root = '/srv/data';

    public function delete(array $input): bool
    {
        $target = realpath($this->root . '/' . $input['file']);
        if ($target === false || strpos($target, $this->root . '/') !== 0) {
            return false;
        }
        return unlink($target);
    }
}

$fm = new FileManager();
echo json_encode(['ok' => $fm->delete($_POST)]);
