<?php
function highlight(string $text, string $term): string
{
    return preg_replace('/(' . preg_quote($term, '/') . ')/i', '<mark>$1</mark>', htmlspecialchars($text));
}

echo highlight(file_get_contents('article.txt'), $_GET['term'] ?? '');
