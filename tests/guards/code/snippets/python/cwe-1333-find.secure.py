import re


def has_tag(text):
    return re.match(r"^<\w{1,20}>", text) is not None
