from django.db import connection
from django.http import JsonResponse


def order(request, order_id):
    try:
        raw = int(request.GET.get("id", order_id))
    except ValueError:
        return JsonResponse({"error": "id"}, status=400)
    with connection.cursor() as c:
        c.execute("SELECT total FROM orders WHERE id = %s" % raw)
        row = c.fetchone()
    return JsonResponse({"total": row[0]})
