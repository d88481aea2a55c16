<?php
$controller = ucfirst($_GET['c'] ?? 'home') . 'Controller';
$action = $_GET['a'] ?? 'index';
$routes = ['HomeController' => ['index'], 'NewsController' => ['index', 'show']];
if (!isset($routes[$controller]) || !in_array($action, $routes[$controller], true)) {
    http_response_code(404);
    exit;
}
$instance = new $controller();
$instance->$action($_GET);
