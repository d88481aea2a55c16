<?php
extract($_POST);
if (!empty($admin)) {
    require 'admin.php';
}
mail('office@example.org', 'Contact', 'A message');
