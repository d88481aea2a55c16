<?php
$domain = $_POST['domain'] ?? '';
$output = [];
exec("whois " . escapeshellarg($domain), $output, $code);
if ($code !== 0) {
    echo "lookup failed";
    exit;
}
echo "<pre>" . htmlspecialchars(implode("\n", $output)) . "</pre>";
