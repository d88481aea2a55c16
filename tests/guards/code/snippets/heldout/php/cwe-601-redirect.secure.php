<?php
session_start();
require 'auth.php';

if (login($_POST['user'], $_POST['pass'])) {
    session_regenerate_id(true);
    $_SESSION['user'] = $_POST['user'];
    $next = $_POST['next'] ?? '/dashboard.php';
    $allowed = ['/dashboard.php', '/orders.php'];
    header('Location: ' . (in_array($next, $allowed, true) ? $next : '/dashboard.php'));
    exit;
}
