<?php
$target = "uploads/" . $_FILES["photo"]["name"];
// ruleid: php-upload-filename
move_uploaded_file($_FILES["photo"]["tmp_name"], $target);
// ruleid: php-upload-filename
move_uploaded_file($tmp, "uploads/" . basename($_FILES["doc"]["name"]));
$name = bin2hex(random_bytes(16)) . ".png";
// ok: php-upload-filename
move_uploaded_file($tmp, "uploads/" . $name);
$extension = pathinfo($_FILES["photo"]["name"], PATHINFO_EXTENSION);
if (!in_array($extension, ["png", "jpg"], true)) { exit; }
// ok: php-upload-filename
move_uploaded_file($tmp, "uploads/" . $name . "." . $extension);
// move_uploaded_file($tmp, $_FILES["photo"]["name"])
