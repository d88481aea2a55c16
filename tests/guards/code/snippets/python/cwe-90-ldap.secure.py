import ldap
from ldap.filter import escape_filter_chars


def find_user(connection, username):
    query = "(&(objectClass=person)(uid=" + escape_filter_chars(username) + "))"
    return connection.search_s("dc=example,dc=org", ldap.SCOPE_SUBTREE, query)
