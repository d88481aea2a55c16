<?php
$xml = simplexml_load_file('users.xml');
$name = $_GET['name'];
$name = preg_replace('/[^A-Za-z0-9]/', '', $name);
$query = "//User[username/text()='" . $name . "']";
$found = $xml->xpath($query);
echo count($found);
