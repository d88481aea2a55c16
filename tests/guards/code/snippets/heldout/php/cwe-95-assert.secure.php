<?php
$name = $_GET['callback'];
if (!in_array($name, ['strtoupper', 'strtolower'], true)) {
    die('unknown');
}
$result = call_user_func($name, 'text');
echo htmlspecialchars($result);
