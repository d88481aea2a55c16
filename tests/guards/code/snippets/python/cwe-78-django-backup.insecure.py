import subprocess

from django.http import JsonResponse


def backup(request):
    table = request.POST.get("table")
    output = subprocess.check_output("pg_dump -t %s mydb" % table, shell=True)
    return JsonResponse({"size": len(output)})
