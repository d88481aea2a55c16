from lxml import etree


@app.post("/orders")
def orders():
    # ruleid: python-lxml-default-parser
    return etree.fromstring(request.data).tag


def load(document):
    # ruleid: python-lxml-default-parser
    tree = etree.parse(document)
    # ok: python-lxml-default-parser
    safe = etree.parse(document, etree.XMLParser(resolve_entities=False))
    # ok: python-lxml-default-parser
    known = etree.fromstring("<a/>")
    # etree.fromstring(document)
    return tree, safe, known
