import ldap
import mysql.connector


def connect(password):
    # ruleid: python-empty-password
    a = mysql.connector.connect(host="db", user="root", password="")
    # ok: python-empty-password
    b = mysql.connector.connect(host="db", user="app", password=password)
    directory = ldap.initialize("ldaps://ldap.example.org")
    # ruleid: python-empty-password
    directory.simple_bind_s("cn=admin", "")
    # ok: python-empty-password
    directory.simple_bind_s("cn=admin", password)
    # connect(password="")
    return a, b
