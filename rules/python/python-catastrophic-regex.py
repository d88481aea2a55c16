import re

# ruleid: python-catastrophic-regex
one = re.compile(r"^(a+)+$")
# ruleid: python-catastrophic-regex
two = re.match(r"^([a-zA-Z0-9]+)*@x$", text)
# ok: python-catastrophic-regex
three = re.compile(r"^[a-z]+@[a-z]+$")
# ok: python-catastrophic-regex
four = re.match(r"^(\d{4})-(\d{2})$", text)
note = "re.compile('^(a+)+$')"
