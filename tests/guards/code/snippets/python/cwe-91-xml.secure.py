from xml.sax.saxutils import escape

from flask import Flask, Response, request

app = Flask(__name__)


@app.post("/order")
def order():
    note = request.form["note"]
    document = f"<order><note>{escape(note)}</note><price>10</price></order>"
    with open("orders.xml", "a") as out:
        out.write(document)
    return Response("ok", content_type="text/plain")
