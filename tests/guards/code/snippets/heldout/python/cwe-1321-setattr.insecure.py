class Settings:
    theme = "light"
    language = "en"
    is_admin = False


EDITABLE = ("theme", "language")


def update(settings, form):
    for key, value in form.items():
        setattr(settings, key, value)
    return settings


def view(request):
    update(request.user.settings, request.POST)
