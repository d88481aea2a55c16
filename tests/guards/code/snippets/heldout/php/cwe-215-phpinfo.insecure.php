<?php
if (isset($_GET['debug'])) {
    phpinfo();
    print_r($_SERVER);
    exit;
}
require 'app.php';
