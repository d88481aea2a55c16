<?php
$name = $_FILES['pic']['name'];
$ext = ['image/png' => 'png'][mime_content_type($_FILES['pic']['tmp_name'])] ?? exit;
move_uploaded_file($_FILES['pic']['tmp_name'], 'img/' . bin2hex(random_bytes(8)) . '.' . $ext);
