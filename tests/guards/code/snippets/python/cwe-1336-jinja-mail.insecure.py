from jinja2 import Environment


def render_newsletter(template_text, subscriber):
    env = Environment()
    template = env.from_string(template_text)
    return template.render(name=subscriber["name"])
