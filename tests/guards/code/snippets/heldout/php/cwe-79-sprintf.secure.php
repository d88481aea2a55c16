<?php
$tainted = $_COOKIE['count'];
$line = sprintf("<b>%d</b> visits", $tainted);
print $line;
