import ldap


def find_user(connection, username):
    query = "(&(objectClass=person)(uid=" + username + "))"
    return connection.search_s("dc=example,dc=org", ldap.SCOPE_SUBTREE, query)
