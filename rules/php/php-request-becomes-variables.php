<?php
// ruleid: php-request-becomes-variables
extract($_POST);
// ruleid: php-request-becomes-variables
extract($_REQUEST, EXTR_OVERWRITE);
// ok: php-request-becomes-variables
$name = $_POST["name"];
// ok: php-request-becomes-variables
extract(["a" => 1]);
// extract($_POST)
