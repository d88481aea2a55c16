import re


def is_email(text):
    return re.match(r"^([a-zA-Z0-9]+)+@([a-z]+\.)+com$", text) is not None
