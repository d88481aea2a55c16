from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.views.decorators.http import require_POST


@login_required
@require_POST
def transfer(request):
    account = request.user.account
    account.send(int(request.POST["amount"]), request.POST["to"])
    return JsonResponse({"ok": True})
