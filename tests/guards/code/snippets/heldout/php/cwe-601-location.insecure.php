<?php
$next = $_GET['next'];
if (empty($next)) {
    $next = '/';
}
header('Location: ' . $next);
exit;
