<?php
$formula = $_POST['formula'];
if (!preg_match('/^[0-9+\-*\/ ().]+$/', $formula)) {
    throw new InvalidArgumentException('bad formula');
}
echo json_encode((new Calculator())->run($formula));
