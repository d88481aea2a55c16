import ssl

# ruleid: python-old-tls
old = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
# ruleid: python-old-tls
old.minimum_version = ssl.TLSVersion.TLSv1
# ok: python-old-tls
new = ssl.create_default_context()
# ok: python-old-tls
new.minimum_version = ssl.TLSVersion.TLSv1_2
note = "ssl.PROTOCOL_SSLv3"
