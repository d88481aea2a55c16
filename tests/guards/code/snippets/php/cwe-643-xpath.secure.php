<?php
$xml = simplexml_load_file('users.xml');
$name = $_GET['name'];
if (!ctype_alnum($name)) {
    die('bad name');
}
$result = $xml->xpath("//user[name='" . $name . "']/email");
