<?php
$base = realpath('/srv/docs');
$file = $base . '/' . $_GET['doc'];
header('Content-Type: application/pdf');
readfile($file);
