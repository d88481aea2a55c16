<?php
$formula = $_POST['formula'];
$result = eval('return ' . $formula . ';');
var_dump($result);
