<?php
$theme = 'light';
$lang = 'en';
$isAdmin = false;

foreach ($_GET as $key => $value) {
    if ($key === 'theme' && in_array($value, ['light', 'dark'], true)) {
        $theme = $value;
    }
}

echo $isAdmin ? 'admin' : 'user';
