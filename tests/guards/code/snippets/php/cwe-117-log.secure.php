<?php
function audit(string $action, string $user): void
{
    $line = date('c') . " $action by $user\n";
    file_put_contents('/var/log/app/audit.log', $line, FILE_APPEND);
}

audit('search:' . str_replace(["\r", "\n"], ' ', $_GET['q']), str_replace(["\r", "\n"], ' ', $_SERVER['HTTP_X_USER'] ?? '-'));
