<?php
$file = $_GET['file'];
if (!preg_match('/^[a-z]+\.log$/', $file)) {
    exit('bad file');
}
$lines = `wc -l /var/log/$file`;
echo (int) $lines;
