from flask import request
from xml.sax.saxutils import escape


@app.post("/order")
def order():
    note = request.form["note"]
    # ruleid: python-xml-injection
    document = f"<order><note>{note}</note><price>10</price></order>"
    # ruleid: python-xml-injection
    header = "<?xml version='1.0'?><note>" + note + "</note>"
    # ok: python-xml-injection
    safe = f"<order><note>{escape(note)}</note></order>"
    # ok: python-xml-injection
    fixed = "<order><note>none</note></order>"
    # f"<order>{note}</order>"
    return document, header, safe, fixed
