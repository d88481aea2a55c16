<?php
$file = $_GET['file'];
$base = '/var/www/docs/';
readfile($base . $file);
