from django.http import HttpResponse
from django.utils.html import escape


def search(request):
    query = request.GET.get("q", "")
    html = "<p>Results for: " + escape(query) + "</p>"
    return HttpResponse(html)
