<?php
$sortable = ['name', 'created_at'];
$sort = $_GET['sort'] ?? 'name';
$sort = $sortable[array_search($sort, $sortable, true)] ?? 'name';
$sql = "SELECT * FROM users ORDER BY $sort";
$users = $db->query($sql);
