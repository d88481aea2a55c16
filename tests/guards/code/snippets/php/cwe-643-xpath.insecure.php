<?php
$xml = simplexml_load_file('users.xml');
$name = $_GET['name'];
$result = $xml->xpath("//user[name='" . $name . "']/email");
