<?php
$name = $_POST['name'] ?? '';
$name = trim($name);
echo "<p>Thank you, {$name}!</p>";
