<?php
if (isset($_POST['ip'])) {
    $ip = $_POST['ip'];
    $output = shell_exec("ping -c 2 $ip");
    echo "<pre>" . htmlspecialchars($output) . "</pre>";
}
