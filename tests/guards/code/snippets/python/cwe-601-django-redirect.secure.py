from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import View


class SwitchLanguage(View):
    def post(self, request):
        request.session["lang"] = request.POST["lang"]
        target = request.META.get("HTTP_REFERER") or request.POST.get("next", "/")
        if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
            target = "/"
        return redirect(target)
