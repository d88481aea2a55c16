<?php
$xml = simplexml_load_file('users.xml');
$name = $_GET['name'];
$query = "//User[username/text()='" . $name . "']";
$found = $xml->xpath($query);
echo count($found);
