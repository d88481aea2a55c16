<?php
$dir = __DIR__ . '/uploads/';
$target = $dir . basename($_FILES['photo']['name']);
if (move_uploaded_file($_FILES['photo']['tmp_name'], $target)) {
    echo 'Uploaded ' . htmlspecialchars(basename($target));
}
