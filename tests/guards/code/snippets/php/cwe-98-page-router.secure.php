<?php
$pages = ['home' => 'pages/home.php', 'about' => 'pages/about.php'];
$page = isset($_GET['page']) ? $_GET['page'] : 'home';
include $pages[$page] ?? 'pages/404.php';
