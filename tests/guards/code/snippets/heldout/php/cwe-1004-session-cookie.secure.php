<?php
ini_set('session.cookie_httponly', '1');
ini_set('session.cookie_secure', '1');
session_start();
$_SESSION['visits'] = ($_SESSION['visits'] ?? 0) + 1;
echo 'Visit number ' . (int) $_SESSION['visits'];
