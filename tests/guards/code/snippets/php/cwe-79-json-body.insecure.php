<?php
$data = json_decode(file_get_contents('php://input'), true);
echo "<p>" . $data['message'] . "</p>";
