<?php
$lang = $_COOKIE['lang'] ?? 'en';
require "lang/$lang.php";
