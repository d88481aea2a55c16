from django.views.decorators.csrf import csrf_exempt, csrf_protect

# ruleid: python-csrf-exempt
@csrf_exempt
def transfer(request):
    return None

def plain(request):
    return None

# ruleid: python-csrf-exempt
view = csrf_exempt(plain)

# ok: python-csrf-exempt
@csrf_protect
def guarded(request):
    return None

# ok: python-csrf-exempt
note = "csrf_exempt(plain)"
# ruleid: python-csrf-exempt
@csrf_exempt
@require_POST
def change_email(request):
    return save(request)
