<?php
$target = 'uploads/' . $_FILES['photo']['name'];
if (move_uploaded_file($_FILES['photo']['tmp_name'], $target)) {
    echo 'saved';
}
