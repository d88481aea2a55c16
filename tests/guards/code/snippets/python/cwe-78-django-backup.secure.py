import re
import subprocess

from django.http import HttpResponseBadRequest, JsonResponse


def backup(request):
    table = request.POST.get("table", "")
    if not re.fullmatch(r"[a-z_]{1,40}", table):
        return HttpResponseBadRequest("bad table")
    output = subprocess.check_output(["pg_dump", "-t", table, "mydb"])
    return JsonResponse({"size": len(output)})
