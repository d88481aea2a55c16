from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from .models import Invoice


@login_required
def invoices(request):
    month = request.GET.get("month")
    rows = Invoice.objects.extra(where=["strftime('%%m', created) = '" + month + "'"])
    return JsonResponse({"rows": [r.number for r in rows]})
