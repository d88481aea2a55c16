<?php
class Text
{
    public static function shown($value)
    {
        return trim($value);
    }
}

$title = $_POST['title'] ?? 'none';
echo '<h2>' . Text::shown($title) . '</h2>';
