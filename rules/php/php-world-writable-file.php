<?php
// ruleid: php-world-writable-file
chmod($file, 0777);
// ruleid: php-world-writable-file
mkdir("/srv/up", 0777);
// ok: php-world-writable-file
chmod($file, 0600);
// ok: php-world-writable-file
mkdir("/srv/up", 0750);
// chmod($file, 0777);
