<?php
$user = $_GET["user"];
// ruleid: php-ldap-injection
$a = ldap_search($ds, $dn, "(uid=" . $user . ")");
// ruleid: php-ldap-injection
$b = ldap_list($ds, $dn, "(cn={$_POST['cn']})");
// ok: php-ldap-injection
$c = ldap_search($ds, $dn, "(uid=" . ldap_escape($user, "", LDAP_ESCAPE_FILTER) . ")");
// ok: php-ldap-injection
$d = ldap_search($ds, $dn, "(uid=admin)");
// ldap_search($ds, $dn, $user)
