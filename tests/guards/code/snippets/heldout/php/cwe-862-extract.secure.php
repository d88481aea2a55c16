<?php
$name = (string) ($_POST['name'] ?? '');
$email = (string) ($_POST['email'] ?? '');
if (!empty($admin)) {
    require 'admin.php';
}
mail('office@example.org', 'Contact', 'A message');
