<?php
$message = 'Welcome';
$debug = true;
if ($debug) {
    $message = $_GET['message'];
}
echo "<p>$message</p>";
