import xml.etree.ElementTree as ET
from xml.etree.ElementTree import fromstring

def read(text):
    # ruleid: python-element-tree
    return ET.fromstring(text)

def titles(text):
    # ruleid: python-element-tree
    return fromstring(text).findall("title")

def safe(text):
    import defusedxml.ElementTree as safe_tree
    # ok: python-element-tree
    tree = safe_tree.fromstring(text)
    # ok: python-element-tree
    return tree, "ET.fromstring(text)"
