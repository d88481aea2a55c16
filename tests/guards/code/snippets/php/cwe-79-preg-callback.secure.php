<?php
$text = $_POST['text'] ?? '';
$out = preg_replace('/\[b\](.*?)\[\/b\]/', '<b>$1</b>', htmlspecialchars($text));
echo nl2br($out);
