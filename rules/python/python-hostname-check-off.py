import ssl

context = ssl.create_default_context()
# ruleid: python-hostname-check-off
context.check_hostname = False
# ruleid: python-hostname-check-off
context.verify_mode = ssl.CERT_NONE
good = ssl.create_default_context()
# ok: python-hostname-check-off
good.check_hostname = True
# ok: python-hostname-check-off
good.verify_mode = ssl.CERT_REQUIRED
note = "context.check_hostname = False"
