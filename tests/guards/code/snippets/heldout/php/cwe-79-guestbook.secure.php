<?php
class Guestbook
{
    private array $entries = [];

    public function add(string $name, string $text): void
    {
        $this->entries[] = ['name' => $name, 'text' => $text];
    }

    public function render(): void
    {
        foreach ($this->entries as $entry) {
            echo '<li><b>' . htmlspecialchars($entry['name']) . '</b>: ' . htmlspecialchars($entry['text']) . '</li>';
        }
    }
}

$book = new Guestbook();
$book->add($_POST['name'], $_POST['text']);
$book->render();
