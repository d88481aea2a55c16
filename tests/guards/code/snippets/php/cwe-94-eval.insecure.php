<?php
$formula = $_POST['formula'];
eval('$result = ' . $formula . ';');
echo json_encode($result);
