<?php
extract($_REQUEST);
$is_admin = $is_admin ?? false;
if ($is_admin) {
    require 'admin_panel.php';
}
echo 'Hello ' . htmlspecialchars($name ?? '');
