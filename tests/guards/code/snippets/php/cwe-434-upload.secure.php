<?php
$finfo = new finfo(FILEINFO_MIME_TYPE);
$types = ['image/png' => 'png', 'image/jpeg' => 'jpg'];
$type = $finfo->file($_FILES['photo']['tmp_name']);
if (!isset($types[$type])) {
    exit('bad type');
}
$target = 'uploads/' . bin2hex(random_bytes(16)) . '.' . $types[$type];
if (move_uploaded_file($_FILES['photo']['tmp_name'], $target)) {
    echo 'saved';
}
