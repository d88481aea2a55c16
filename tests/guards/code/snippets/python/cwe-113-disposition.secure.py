from django.http import HttpResponse


def download(request):
    name = request.GET["name"]
    name = name.replace("\r", "").replace("\n", "")
    response = HttpResponse(content_type="text/csv")
    response["Content-Disposition"] = "attachment; filename=" + name
    response.write("a,b\n1,2\n")
    return response
