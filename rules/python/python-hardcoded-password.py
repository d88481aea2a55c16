import os

# ruleid: python-hardcoded-password
password = "hunter2-hunter2"
# ruleid: python-hardcoded-password
API_KEY = "a8f5f167f44f4964e6c998dee827110c"
# ok: python-hardcoded-password
secret = os.environ["SECRET"]
# ok: python-hardcoded-password
password_label = "Password"
# password = "hunter2-hunter2"
# ok: python-hardcoded-password
password = ""
