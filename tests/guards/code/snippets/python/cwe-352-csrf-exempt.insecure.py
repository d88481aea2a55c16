from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def transfer(request):
    account = request.user.account
    account.send(int(request.POST["amount"]), request.POST["to"])
    return JsonResponse({"ok": True})
