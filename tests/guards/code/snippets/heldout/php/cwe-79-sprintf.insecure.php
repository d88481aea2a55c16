<?php
$tainted = $_COOKIE['count'];
$line = sprintf("<b>%s</b> visits", $tainted);
print $line;
