<?php
// ruleid: php-cleartext-protocol
$conn = ftp_connect('ftp.partner.example');
// ruleid: php-cleartext-protocol
file_put_contents('ftp://user:pw@host/x', $data);
// ruleid: php-cleartext-protocol
$ldap = ldap_connect('ldap://directory.example.com');
// ok: php-cleartext-protocol
$safe = ftp_ssl_connect('ftp.partner.example');
// ok: php-cleartext-protocol
$directory = ldap_connect('ldaps://directory.example.com', 'ftp_connect()');
// a decoy: ftp_connect('ftp.partner.example')
