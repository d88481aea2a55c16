from ldap3 import ALL, Connection, Server
from ldap3.utils.conv import escape_filter_chars


def find_user(username, attributes=("cn", "mail")):
    server = Server("ldap.example.org", get_info=ALL)
    connection = Connection(server, auto_bind=True)
    query = "(&(objectClass=person)(uid=%s))" % escape_filter_chars(username)
    connection.search("ou=people,dc=example,dc=org", query, attributes=list(attributes))
    return connection.entries
