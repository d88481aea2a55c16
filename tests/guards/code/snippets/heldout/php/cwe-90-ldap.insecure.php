<?php
$ds = ldap_connect('ldaps://ldap.example.org');
$user = $_POST['user'];
$filter = "(&(objectClass=person)(uid=$user))";
$found = ldap_search($ds, 'ou=people,dc=example,dc=org', $filter);
$entries = ldap_get_entries($ds, $found);
