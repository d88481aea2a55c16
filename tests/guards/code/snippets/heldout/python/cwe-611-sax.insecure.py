import xml.sax
from xml.sax import handler


class Titles(handler.ContentHandler):
    def __init__(self):
        super().__init__()
        self.titles = []

    def startElement(self, name, attributes):
        if name == "book":
            self.titles.append(attributes.getValue("title"))


def titles(stream):
    parser = xml.sax.make_parser()
    parser.setFeature(handler.feature_external_ges, True)
    collector = Titles()
    parser.setContentHandler(collector)
    parser.parse(stream)
    return collector.titles
