<?php
// ruleid: php-log-injection
error_log("login of " . $_POST["user"]);
$user = $_GET["user"];
// ruleid: php-log-injection
syslog(LOG_INFO, "user " . $user);
// ok: php-log-injection
error_log("login failed");
// ok: php-log-injection
error_log("login of " . str_replace(["\r", "\n"], "", $_POST["user"]));
// error_log($_POST["user"])
