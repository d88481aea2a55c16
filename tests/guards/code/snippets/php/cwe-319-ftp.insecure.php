<?php
function upload_report(string $file): bool
{
    $conn = ftp_connect('ftp.partner.example');
    ftp_login($conn, getenv('FTP_USER'), getenv('FTP_PASS'));
    $ok = ftp_put($conn, basename($file), $file);
    ftp_close($conn);
    return $ok;
}
