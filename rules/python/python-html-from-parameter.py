import html


def card(name, bio):
    # ruleid: python-html-from-parameter
    head = "<h1>" + name + "</h1>"
    # ruleid: python-html-from-parameter
    return f"<div><p>{bio}</p></div>" + head


def safe(name, bio):
    # ok: python-html-from-parameter
    head = "<h1>" + html.escape(name) + "</h1>"
    # ok: python-html-from-parameter
    note = "<p>fixed</p>"
    # "<h1>" + name
    return head + note
