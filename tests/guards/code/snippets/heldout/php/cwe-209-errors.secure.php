<?php
ini_set('display_errors', '0');
ini_set('log_errors', '1');
error_reporting(E_ALL);

try {
    $pdo = new PDO(getenv('DSN'), getenv('DB_USER'), getenv('DB_PASS'));
} catch (PDOException $e) {
    error_log($e->getMessage());
    http_response_code(500);
    die('Connection failed');
}
