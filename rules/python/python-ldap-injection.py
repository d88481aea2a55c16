from flask import request
from ldap.filter import escape_filter_chars

def find(conn):
    user = request.args["user"]
    # ruleid: python-ldap-injection
    a = conn.search_s("dc=example", 2, "(uid=" + user + ")")
    # ruleid: python-ldap-injection
    b = conn.search_s("dc=example", 2, f"(cn={request.form['cn']})")
    # ok: python-ldap-injection
    c = conn.search_s("dc=example", 2, "(uid=" + escape_filter_chars(user) + ")")
    # ok: python-ldap-injection
    d = conn.search_s("dc=example", 2, "(uid=admin)")
    # conn.search_s("dc=example", 2, "(uid=" + user + ")")
    return a, b, c, d
