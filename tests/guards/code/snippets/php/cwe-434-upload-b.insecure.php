<?php
$name = $_FILES['photo']['name'];
$target = 'uploads/' . $name;
move_uploaded_file($_FILES['photo']['tmp_name'], $target);
