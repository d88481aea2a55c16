<?php
$tainted = $_GET['UserData'];
$re = "/^[a-z0-9]*$/";
if (preg_match($re, $tainted) == 1) {
    $tainted = $tainted;
} else {
    $tainted = "";
}
$query = "SELECT Trim(a.FirstName) FROM users WHERE name='" . $tainted . "'";
$conn = mysql_connect('localhost', 'mysql_user', getenv('P'));
mysql_select_db('dbname');
$res = mysql_query($query);
