<?php
$to = $_GET['to'] ?? '/';
if ($to[0] !== '/' || str_starts_with($to, '//')) {
    $to = '/';
}
header('Location: ' . $to);
exit;
