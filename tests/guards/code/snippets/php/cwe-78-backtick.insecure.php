<?php
$file = $_GET['file'];
$lines = `wc -l /var/log/$file`;
echo (int) $lines;
