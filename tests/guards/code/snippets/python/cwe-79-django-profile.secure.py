from django.http import HttpResponse
from django.utils.html import format_html
from django.views import View


class ProfileView(View):
    def get(self, request, *args, **kwargs):
        nickname = request.GET.get("nickname", "anonymous")
        body = format_html("<p>Welcome back, <em>{}</em></p>", nickname)
        return HttpResponse(body)
