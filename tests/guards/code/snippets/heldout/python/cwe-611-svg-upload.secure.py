from xml.etree import ElementTree
import lxml.etree as ET


def count_shapes(svg_bytes):
    parser = ET.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    tree = ET.fromstring(svg_bytes, parser=parser)
    return sum(1 for el in tree.iter() if str(el.tag).endswith(("rect", "circle", "path")))
