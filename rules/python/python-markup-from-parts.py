from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup


def badge(user):
    # ruleid: python-markup-from-parts
    a = mark_safe("<b>%s</b>" % user.name)
    # ruleid: python-markup-from-parts
    b = Markup(f"<b>{user.name}</b>")
    # ok: python-markup-from-parts
    c = format_html("<b>{}</b>", user.name)
    # ok: python-markup-from-parts
    d = mark_safe("<b>%s</b>" % escape(user.name))
    # mark_safe("<b>%s</b>" % name)
    return a, b, c, d
