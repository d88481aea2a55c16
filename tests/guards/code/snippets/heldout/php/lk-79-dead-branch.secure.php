<?php
$message = 'Welcome';
$debug = false;
if ($debug) {
    $message = $_GET['message'];
}
echo "<p>$message</p>";
