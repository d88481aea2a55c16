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
function audit(string $action): void
{
    // ruleid: php-log-injection
    file_put_contents('/var/log/app/audit.log', date('c') . " $action\n", FILE_APPEND);
}
audit('search:' . $_GET['q'] . $_SERVER['HTTP_USER_AGENT']);
// ok: php-log-injection
file_put_contents('/var/lib/app/notes.txt', $_POST['note'], FILE_APPEND);
