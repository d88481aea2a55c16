from defusedxml import minidom


def read_invoice(document):
    dom = minidom.parseString(document)
    return dom.getElementsByTagName("total")[0].firstChild.data
