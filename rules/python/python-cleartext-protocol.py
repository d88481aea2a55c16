import ftplib, telnetlib, imaplib
# ruleid: python-cleartext-protocol
a = ftplib.FTP('host', 'user', password)
# ruleid: python-cleartext-protocol
b = telnetlib.Telnet('host')
# ok: python-cleartext-protocol
c = ftplib.FTP_TLS('host')
# ok: python-cleartext-protocol
d = imaplib.IMAP4_SSL('host')
# ftplib.FTP('host')
