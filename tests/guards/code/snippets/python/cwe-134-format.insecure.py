class Settings:
    SECRET = "k"


def render(template, user):
    return template.format(user=user, settings=Settings)


def handle(request):
    return render(request.GET["template"], request.user)
