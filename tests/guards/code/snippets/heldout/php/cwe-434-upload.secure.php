<?php
$dir = __DIR__ . '/uploads/';
$types = [IMAGETYPE_PNG => '.png', IMAGETYPE_JPEG => '.jpg'];
$type = exif_imagetype($_FILES['photo']['tmp_name']);
if (!isset($types[$type])) {
    exit('not an image');
}
$target = $dir . bin2hex(random_bytes(16)) . $types[$type];
if (move_uploaded_file($_FILES['photo']['tmp_name'], $target)) {
    echo 'Uploaded';
}
