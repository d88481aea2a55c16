from django.shortcuts import redirect
from django.views.generic import View


class SwitchLanguage(View):
    def post(self, request):
        request.session["lang"] = request.POST["lang"]
        target = request.META.get("HTTP_REFERER") or request.POST.get("next", "/")
        return redirect(target)
