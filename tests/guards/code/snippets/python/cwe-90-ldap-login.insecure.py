import ldap3


def find_user(server_url, username):
    server = ldap3.Server(server_url, use_ssl=True)
    conn = ldap3.Connection(server, auto_bind=True)
    flt = f"(&(objectClass=person)(uid={username}))"
    conn.search("ou=people,dc=example,dc=com", flt, attributes=["cn", "mail"])
    return [e.entry_attributes_as_dict for e in conn.entries]
