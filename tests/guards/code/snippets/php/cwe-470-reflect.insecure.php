<?php
$controller = ucfirst($_GET['c'] ?? 'home') . 'Controller';
$action = $_GET['a'] ?? 'index';
$instance = new $controller();
$instance->$action($_GET);
