<?php
function bind_user(string $uid, string $password): bool
{
    $conn = ldap_connect('ldaps://ldap.example.com');
    $dn = 'uid=' . ldap_escape($uid, '', LDAP_ESCAPE_DN) . ',ou=people,dc=example,dc=com';
    return $password !== '' && @ldap_bind($conn, $dn, $password);
}
