<?php
$name = $_FILES['pic']['name'];
move_uploaded_file($_FILES['pic']['tmp_name'], 'img/' . $name);
