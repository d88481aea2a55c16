from string import Template


def render(template, user):
    return Template(template).safe_substitute(name=user.name)


def handle(request):
    return render(request.GET["template"], request.user)
