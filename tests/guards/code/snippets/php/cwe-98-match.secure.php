<?php
$lang = $_COOKIE['lang'] ?? 'en';
$file = match ($lang) {
    'de' => 'lang/de.php',
    'fr' => 'lang/fr.php',
    default => 'lang/en.php',
};
require $file;
