import subprocess
from django.http import JsonResponse


def convert(src, size, dest):
    cmd = "convert {} -resize {} {}".format(src, size, dest)
    return subprocess.call(cmd, shell=True)


def thumbnail(request):
    size = request.POST.get("size", "100x100")
    rc = convert("/srv/media/in.png", size, "/srv/media/out.png")
    return JsonResponse({"ok": rc == 0})
