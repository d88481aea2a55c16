<?php
function bind_user(string $uid, string $password): bool
{
    $conn = ldap_connect('ldaps://ldap.example.com');
    $dn = "uid=$uid,ou=people,dc=example,dc=com";
    return @ldap_bind($conn, $dn, $password);
}
