from django.http import HttpResponse


def search(request):
    query = request.GET.get("q", "")
    html = "<p>Results for: " + query + "</p>"
    return HttpResponse(html)
