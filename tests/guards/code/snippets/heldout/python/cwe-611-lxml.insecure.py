from lxml import etree


def titles(data):
    parser = etree.XMLParser(resolve_entities=True)
    root = etree.fromstring(data, parser)
    return [t.text for t in root.iter("title")]
