def find(tree, name):
    # ruleid: python-xpath-injection
    a = tree.xpath("//user[@name='" + name + "']")
    query = f"//user[@id='{name}']"
    # ruleid: python-xpath-injection
    b = tree.xpath(query)
    # ok: python-xpath-injection
    c = tree.xpath("//user[@name=$name]", name=name)
    # ok: python-xpath-injection
    d = tree.findall("user")
    # tree.xpath("//user[@name='" + name + "']")
    return a, b, c, d
