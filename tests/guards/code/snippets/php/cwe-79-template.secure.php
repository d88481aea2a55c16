<?php
require 'bootstrap.php';

class View
{
    private array $data = [];

    public function set(string $key, $value): void
    {
        $this->data[$key] = $value;
    }

    public function show(): void
    {
        foreach ($this->data as $key => $value) {
            printf("<dt>%s</dt><dd>%s</dd>", htmlspecialchars($key), htmlspecialchars($value));
        }
    }
}

$view = new View();
$view->set('query', $_GET['q'] ?? '');
$view->show();
