from django.db import connection
from django.http import JsonResponse


def order(request, order_id):
    raw = request.GET.get("id", order_id)
    with connection.cursor() as c:
        c.execute("SELECT total FROM orders WHERE id = %s" % raw)
        row = c.fetchone()
    return JsonResponse({"total": row[0]})
