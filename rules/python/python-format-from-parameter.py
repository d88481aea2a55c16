def render(template, user):
    # ruleid: python-format-from-parameter
    return template.format(user=user)

def notify(fmt, settings):
    # ruleid: python-format-from-parameter
    return fmt.format(**locals())

def safe(name):
    template = "Hello {name}"
    # ok: python-format-from-parameter
    text = template.format(name=name)
    # ok: python-format-from-parameter
    return text + "template.format(user=user)"
