<?php
switch ($_GET['doc'] ?? '') {
    case 'terms':
        $file = 'terms.txt';
        break;
    case 'privacy':
        $file = 'privacy.txt';
        break;
    default:
        $file = 'index.txt';
}
header('Content-Type: text/plain');
readfile('/srv/docs/' . $file);
