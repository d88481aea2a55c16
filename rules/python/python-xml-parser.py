import xml.sax
from xml.dom import minidom

def read(text):
    # ruleid: python-xml-parser
    return minidom.parseString(text)

def stream(source, handler):
    # ruleid: python-xml-parser
    xml.sax.parse(source, handler)

def safe(text):
    import defusedxml.ElementTree
    # ok: python-xml-parser
    tree = defusedxml.ElementTree.fromstring(text)
    # ok: python-xml-parser
    return tree, "minidom.parseString(text)"
def settings(stream):
    # ok: python-xml-parser
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, False)
    parser.parse(stream)
