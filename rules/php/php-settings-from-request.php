<?php
// ruleid: php-settings-from-request
ini_set($_GET["name"], "1");
$mode = $_POST["mode"];
// ruleid: php-settings-from-request
putenv("MODE=" . $mode);
// ok: php-settings-from-request
ini_set("memory_limit", "64M");
// ok: php-settings-from-request
putenv("MODE=" . intval($mode));
// putenv($mode)
