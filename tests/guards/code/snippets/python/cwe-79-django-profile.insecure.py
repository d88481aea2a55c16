from django.http import HttpResponse
from django.utils.safestring import mark_safe
from django.views import View


class ProfileView(View):
    def get(self, request, *args, **kwargs):
        nickname = request.GET.get("nickname", "anonymous")
        body = mark_safe("<p>Welcome back, <em>%s</em></p>" % nickname)
        return HttpResponse(body)
