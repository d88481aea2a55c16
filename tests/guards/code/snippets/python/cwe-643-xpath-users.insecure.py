from lxml import etree

TREE = etree.parse("users.xml")


def authenticate(name, pin):
    expr = "//user[name/text()='" + name + "' and pin/text()='" + pin + "']"
    found = TREE.xpath(expr)
    return len(found) == 1
