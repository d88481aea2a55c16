<?php
$text = $_POST['text'] ?? '';
$out = preg_replace('/\[b\](.*?)\[\/b\]/', '<b>$1</b>', $text);
echo nl2br($out);
