<?php
$ds = ldap_connect('ldaps://ldap.example.org');
$user = $_POST['user'];
$filter = "(&(objectClass=person)(uid=" . ldap_escape($user, '', LDAP_ESCAPE_FILTER) . "))";
$found = ldap_search($ds, 'ou=people,dc=example,dc=org', $filter);
$entries = ldap_get_entries($ds, $found);
