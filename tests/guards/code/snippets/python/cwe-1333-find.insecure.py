import re


def has_tag(text):
    return re.match(r"^(<\w+>\s*)+(\w+\s*)*$", text) is not None
