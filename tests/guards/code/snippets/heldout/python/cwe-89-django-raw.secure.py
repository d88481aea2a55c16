from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from .models import Invoice


@login_required
def invoices(request):
    month = request.GET.get("month")
    rows = Invoice.objects.filter(created__month=int(month), owner=request.user)
    return JsonResponse({"rows": [r.number for r in rows]})
