<?php
$allowed = ['jpg', 'png'];
$name = $_FILES['img']['name'];
$parts = explode('.', $name);
$ext = strtolower(end($parts));
if (in_array($ext, $allowed, true) && getimagesize($_FILES['img']['tmp_name'])) {
    move_uploaded_file($_FILES['img']['tmp_name'], 'img/' . uniqid('', true) . '.' . $ext);
}
