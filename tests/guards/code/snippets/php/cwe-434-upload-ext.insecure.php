<?php
$allowed = ['jpg', 'png'];
$name = $_FILES['img']['name'];
$parts = explode('.', $name);
if (in_array($parts[1], $allowed)) {
    move_uploaded_file($_FILES['img']['tmp_name'], "img/$name");
}
