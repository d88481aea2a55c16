<?php
$rule = $_POST['rule'] ?? 'true';
$fn = create_function('$x', "return $rule;");
$result = array_map($fn, [1, 2, 3]);
echo json_encode($result);
