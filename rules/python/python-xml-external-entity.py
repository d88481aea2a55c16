from lxml import etree
import xml.sax
# ruleid: python-xml-external-entity
a = etree.XMLParser(resolve_entities=True)
# ruleid: python-xml-external-entity
b = etree.XMLParser(no_network=False)
# ruleid: python-xml-external-entity
xml.sax.parseString(data, handler)
# ok: python-xml-external-entity
c = etree.XMLParser(resolve_entities=False)
# ok: python-xml-external-entity
d = defusedxml.ElementTree.fromstring(data)
# etree.XMLParser(resolve_entities=True)
