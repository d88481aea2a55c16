<?php
$ds = ldap_connect('ldap://localhost');
$user = $_GET['user'];
$filter = "(&(objectClass=user)(cn=" . ldap_escape($user, '', LDAP_ESCAPE_FILTER) . "))";
$r = ldap_search($ds, "o=company", $filter);
