from flask import request, make_response, render_template, escape

@app.route("/a")
def a():
    name = request.args.get("name")
    # ruleid: python-reflected-xss
    return f"<h1>Hello {name}</h1>"

@app.route("/b")
def b():
    # ruleid: python-reflected-xss
    return make_response("<p>" + request.args["q"] + "</p>")

@app.route("/c")
def c():
    # ok: python-reflected-xss
    return "<h1>Hello " + escape(request.args["name"]) + "</h1>"

@app.route("/d")
def d():
    # ok: python-reflected-xss
    return render_template("d.html", name=request.args["name"])
    # return "<h1>" + name + "</h1>"
