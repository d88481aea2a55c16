from django.http import HttpResponse, HttpResponseBadRequest
import os
import re


def dig(request):
    domain = request.GET.get("domain", "")
    if not re.fullmatch(r"[a-z0-9.-]{1,253}", domain) or domain.startswith("-"):
        return HttpResponseBadRequest("bad domain")
    stream = os.popen("dig +short " + domain)
    return HttpResponse(stream.read(), content_type="text/plain")
