<?php
$sortable = ['name', 'created_at'];
$sort = $_GET['sort'] ?? 'name';
$sql = "SELECT * FROM users ORDER BY $sort";
$users = $db->query($sql);
