<?php
$host = $_GET["host"];
// ruleid: php-os-command-injection
system("ping -c 1 " . $host);
// ruleid: php-os-command-injection
$out = shell_exec("ls {$_POST['dir']}");
// ok: php-os-command-injection
system("ping -c 1 " . escapeshellarg($host));
// ok: php-os-command-injection
system("uptime");
// system($host)
