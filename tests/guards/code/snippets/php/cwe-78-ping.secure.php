<?php
if (isset($_POST['ip'])) {
    $ip = $_POST['ip'];
    if (!filter_var($ip, FILTER_VALIDATE_IP)) {
        die("invalid address");
    }
    $output = shell_exec("ping -c 2 " . escapeshellarg($ip));
    echo "<pre>" . htmlspecialchars($output) . "</pre>";
}
