from flask import render_template_string, request, render_template

def hello(name):
    # ruleid: python-template-injection
    return render_template_string("<h1>Hello " + name + "</h1>")

def page():
    body = f"<p>{request.args['q']}</p>"
    # ruleid: python-template-injection
    return render_template_string(body)

def safe():
    # ok: python-template-injection
    a = render_template_string("<h1>Hello {{ name }}</h1>")
    # ok: python-template-injection
    b = render_template("hello.html", name=request.args["name"])
    # render_template_string(request.args["q"])
    return a, b
