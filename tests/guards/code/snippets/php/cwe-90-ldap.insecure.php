<?php
$ds = ldap_connect('ldap://localhost');
$user = $_GET['user'];
$filter = "(&(objectClass=user)(cn=" . $user . "))";
$r = ldap_search($ds, "o=company", $filter);
