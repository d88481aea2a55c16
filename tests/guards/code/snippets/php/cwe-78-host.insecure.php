<?php
$host = trim($_POST['host']);
$out = shell_exec("host -t A " . $host);
echo '<pre>' . htmlspecialchars((string) $out) . '</pre>';
