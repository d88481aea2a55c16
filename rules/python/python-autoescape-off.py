from jinja2 import Environment, FileSystemLoader, select_autoescape

# ruleid: python-autoescape-off
plain = Environment(loader=FileSystemLoader("templates"))
# ruleid: python-autoescape-off
off = Environment(loader=FileSystemLoader("templates"), autoescape=False)
# ok: python-autoescape-off
on = Environment(loader=FileSystemLoader("templates"), autoescape=True)
# ok: python-autoescape-off
selected = Environment(autoescape=select_autoescape())
note = "Environment(autoescape=False)"
