<?php
function ldap_find(string $username)
{
    $conn = ldap_connect('ldaps://ldap.example.com');
    ldap_set_option($conn, LDAP_OPT_PROTOCOL_VERSION, 3);
    ldap_bind($conn, getenv('LDAP_DN'), getenv('LDAP_PW'));
    $safe = ldap_escape($username, '', LDAP_ESCAPE_FILTER);
    $filter = "(&(objectClass=user)(sAMAccountName=$safe))";
    $result = ldap_search($conn, 'dc=example,dc=com', $filter);
    return ldap_get_entries($conn, $result);
}
