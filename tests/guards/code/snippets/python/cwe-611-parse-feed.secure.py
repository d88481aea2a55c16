from lxml import etree


def parse_feed(xml_text):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(xml_text, parser)
    return [item.findtext("title") for item in root.iter("item")]
