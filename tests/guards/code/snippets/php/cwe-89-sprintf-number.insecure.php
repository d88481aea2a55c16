<?php
$tainted = $_COOKIE['uid'];
$sql = sprintf("SELECT * FROM accounts WHERE uid=%s", $tainted);
$res = pg_query($db, $sql);
