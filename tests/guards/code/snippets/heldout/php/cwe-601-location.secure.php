<?php
$next = $_GET['next'];
if (!preg_match('#^/[a-z0-9/]*$#', $next)) {
    $next = '/';
}
header('Location: ' . $next);
exit;
