#include <ldap.h>
#include <stdio.h>

int find(LDAP *ld, const char *user, LDAPMessage **found) {
    char filter[256];
    snprintf(filter, sizeof filter, "(uid=%s)", user);
    // ruleid: c-ldap-injection
    return ldap_search_s(ld, "dc=example", LDAP_SCOPE_SUBTREE, filter, NULL, 0, found);
}

int find_by_mail(LDAP *ld, const char *mail, LDAPMessage **found) {
    char filter[256];
    sprintf(filter, "(&(objectClass=person)(mail=%s))", mail);
    // ruleid: c-ldap-injection
    return ldap_search_ext_s(ld, "dc=example", LDAP_SCOPE_SUBTREE, filter, NULL, 0, NULL, NULL, NULL, 0, found);
}

int find_right(LDAP *ld, const char *user, LDAPMessage **found) {
    char filter[256];
    for (const char *p = user; *p; p++)
        if (!isalnum((unsigned char)*p)) return -1;
    snprintf(filter, sizeof filter, "(uid=%s)", user);
    // ok: c-ldap-injection
    return ldap_search_s(ld, "dc=example", LDAP_SCOPE_SUBTREE, filter, NULL, 0, found);
}

int everyone(LDAP *ld, LDAPMessage **found) {
    // ok: c-ldap-injection
    return ldap_search_s(ld, "dc=example", LDAP_SCOPE_SUBTREE, "(objectClass=person)", NULL, 0, found);
    // ldap_search_s(ld, "dc=example", 2, filter, NULL, 0, found);
}
