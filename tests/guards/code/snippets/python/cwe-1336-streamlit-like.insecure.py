from bottle import route, request, template, run


@route("/hello")
def hello():
    name = request.query.name or "you"
    return template("<b>Hello " + name + "</b>!")


run(host="localhost", port=8080)
