import ldap3
from ldap3.utils.conv import escape_filter_chars


def find_user(server_url, username):
    server = ldap3.Server(server_url, use_ssl=True)
    conn = ldap3.Connection(server, auto_bind=True)
    flt = f"(&(objectClass=person)(uid={escape_filter_chars(username)}))"
    conn.search("ou=people,dc=example,dc=com", flt, attributes=["cn", "mail"])
    return [e.entry_attributes_as_dict for e in conn.entries]
