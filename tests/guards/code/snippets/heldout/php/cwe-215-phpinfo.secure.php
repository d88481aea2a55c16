<?php
if (isset($_GET['health'])) {
    echo 'ok';
    exit;
}
require 'app.php';
