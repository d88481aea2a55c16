<?php
class Text
{
    public static function shown($value)
    {
        return htmlspecialchars(trim($value), ENT_QUOTES, 'UTF-8');
    }
}

$title = $_POST['title'] ?? 'none';
echo '<h2>' . Text::shown($title) . '</h2>';
