from lxml import etree

TREE = etree.parse("users.xml")


def authenticate(name, pin):
    found = TREE.xpath("//user[name/text()=$name and pin/text()=$pin]", name=name, pin=pin)
    return len(found) == 1
