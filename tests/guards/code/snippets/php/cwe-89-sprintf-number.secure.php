<?php
$tainted = $_COOKIE['uid'];
$sql = sprintf("SELECT * FROM accounts WHERE uid=%d", $tainted);
$res = pg_query($db, $sql);
