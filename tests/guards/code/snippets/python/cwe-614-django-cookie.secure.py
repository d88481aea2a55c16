from django.http import JsonResponse


def sign_in(request):
    session = request.session.session_key
    response = JsonResponse({"ok": True})
    response.set_cookie("session_token", session, max_age=3600, secure=True, httponly=True, samesite="Lax")
    return response
