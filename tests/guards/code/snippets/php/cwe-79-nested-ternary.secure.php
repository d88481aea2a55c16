<?php
$lang = isset($_GET['lang']) ? trim($_GET['lang']) : 'en';
$titles = ['en' => 'Hello', 'de' => 'Hallo'];
$title = array_key_exists($lang, $titles) ? $titles[$lang] : "Unknown";
echo "<h1>{$title}</h1>";
