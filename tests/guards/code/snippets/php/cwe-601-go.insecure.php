<?php
$to = $_GET['to'] ?? '/';
header('Location: ' . $to);
exit;
