<?php
$name = $_FILES['photo']['name'];
$target = 'uploads/' . bin2hex(random_bytes(16)) . '.png';
move_uploaded_file($_FILES['photo']['tmp_name'], $target);
