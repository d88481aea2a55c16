<?php
$ids = explode(',', $_POST['ids']);
$list = implode(',', array_map('intval', $ids));
$pdo = new PDO('sqlite:app.db');
$pdo->exec("DELETE FROM messages WHERE id IN ($list)");
