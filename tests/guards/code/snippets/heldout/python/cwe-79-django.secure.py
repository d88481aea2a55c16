from django.http import HttpResponse
from django.utils.html import escape

from .models import Product


def search(request):
    term = request.GET.get("q", "")
    rows = Product.objects.filter(name__icontains=term)
    html = "<ul>"
    for row in rows:
        html += "<li>%d</li>" % row.id
    html += "</ul>"
    html += f"<p>{len(rows)} results for {escape(term)}</p>"
    return HttpResponse(html)
