<?php
$theme = 'light';
$lang = 'en';
$isAdmin = false;

foreach ($_GET as $key => $value) {
    $$key = $value;
}

echo $isAdmin ? 'admin' : 'user';
