<?php
$formula = $_POST['formula'];
$result = is_numeric($formula) ? $formula * 2 : 0;
var_dump($result);
