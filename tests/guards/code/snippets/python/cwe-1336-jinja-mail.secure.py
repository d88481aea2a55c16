from jinja2 import Environment
from jinja2.sandbox import SandboxedEnvironment


def render_newsletter(template_text, subscriber):
    env = SandboxedEnvironment(autoescape=True)
    template = env.from_string(template_text)
    return template.render(name=subscriber["name"])
