<?php
$name = $_POST['name'] ?? '';
$name = strip_tags(trim($name));
$name = htmlspecialchars($name, ENT_QUOTES);
echo "<p>Thank you, {$name}!</p>";
