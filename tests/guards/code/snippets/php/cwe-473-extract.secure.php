<?php
$action = $_REQUEST['action'] ?? '';
$name = $_REQUEST['name'] ?? '';
$is_admin = $is_admin ?? false;
if ($is_admin) {
    require 'admin_panel.php';
}
echo 'Hello ' . htmlspecialchars($name ?? '');
