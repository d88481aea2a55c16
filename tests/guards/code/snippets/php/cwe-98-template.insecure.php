<?php
class View
{
    public function __construct(private string $dir)
    {
    }

    public function render(string $template, array $data = []): string
    {
        extract($data);
        ob_start();
        include $this->dir . '/' . $template . '.phtml';
        return ob_get_clean();
    }
}

echo (new View('/srv/views'))->render($_GET['view']);
