<?php
// ruleid: php-predictable-temp-file
$a = fopen("/tmp/report.txt", "w");
// ruleid: php-predictable-temp-file
file_put_contents(sys_get_temp_dir() . "/report.txt", $text);
// ok: php-predictable-temp-file
$b = tempnam(sys_get_temp_dir(), "rep");
// ok: php-predictable-temp-file
$c = fopen("/srv/report.txt", "w");
// fopen("/tmp/x", "w")
