from django.http import HttpResponse, HttpResponseBadRequest
import os
import re


def dig(request):
    domain = request.GET.get("domain", "")
    stream = os.popen("dig +short " + domain)
    return HttpResponse(stream.read(), content_type="text/plain")
