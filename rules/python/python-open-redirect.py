from flask import redirect, request, url_for

def a():
    # ruleid: python-open-redirect
    return redirect(request.args.get("next"))

def b():
    target = request.form["to"]
    # ruleid: python-open-redirect
    return redirect(target)

def c():
    # ok: python-open-redirect
    return redirect(url_for("home"))

def d():
    # ok: python-open-redirect
    return redirect("/home")
    # return redirect(request.args.get("next"))
