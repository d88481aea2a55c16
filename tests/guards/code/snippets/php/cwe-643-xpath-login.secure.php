<?php
$xml = simplexml_load_file('users.xml');
$user = $_POST['user'];
$pass = $_POST['pass'];
if (!ctype_alnum($user) || !ctype_alnum($pass)) {
    exit('bad input');
}
$found = $xml->xpath("//user[login='$user' and pass='$pass']");
echo count($found) === 1 ? 'welcome' : 'denied';
