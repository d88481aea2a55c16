<?php
$rule = $_POST['rule'] ?? 'true';
$rules = ['even' => fn ($x) => $x % 2 === 0, 'odd' => fn ($x) => $x % 2 === 1];
$result = array_map($rules[$rule] ?? $rules['even'], [1, 2, 3]);
echo json_encode($result);
