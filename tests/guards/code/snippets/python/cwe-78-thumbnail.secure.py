import subprocess
from django.http import JsonResponse


def convert(src, size, dest):
    cmd = ["convert", src, "-resize", size, dest]
    return subprocess.call(cmd)


def thumbnail(request):
    size = request.POST.get("size", "100x100")
    if size not in ("100x100", "200x200"):
        return JsonResponse({"ok": False}, status=400)
    rc = convert("/srv/media/in.png", size, "/srv/media/out.png")
    return JsonResponse({"ok": rc == 0})
