<?php
$functions = ['upper' => 'strtoupper', 'lower' => 'strtolower'];
$fn = $functions[$_GET['fn']] ?? 'strtolower';
$arg = $_GET['arg'] ?? '';
echo json_encode(call_user_func($fn, $arg));
