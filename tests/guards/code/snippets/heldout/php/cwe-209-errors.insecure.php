<?php
ini_set('display_errors', '1');
error_reporting(E_ALL);

try {
    $pdo = new PDO(getenv('DSN'), getenv('DB_USER'), getenv('DB_PASS'));
} catch (PDOException $e) {
    die('Connection failed: ' . $e->getMessage());
}
