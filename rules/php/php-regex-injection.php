<?php
function highlight(string $text, string $term): string
{
    // ruleid: php-regex-injection
    return preg_replace('/(' . $term . ')/i', '<mark>$1</mark>', $text);
}
// ruleid: php-regex-injection
$found = preg_match($_GET['pattern'], $page);
function quoted(string $text, string $term): string
{
    // ok: php-regex-injection
    return preg_replace('/(' . preg_quote($term, '/') . ')/i', '<mark>$1</mark>', $text);
}
// ok: php-regex-injection
$words = preg_split('/\s+/', $_GET['q']);
// a decoy: preg_match($_GET['pattern'], $page)
