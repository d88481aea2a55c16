<?php
$page = isset($_GET['page']) ? $_GET['page'] : 'home';
$pages = ['home' => 'home.php', 'about' => 'about.php'];
include 'pages/' . ($pages[$page] ?? 'home.php');
