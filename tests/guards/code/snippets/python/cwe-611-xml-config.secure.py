import xml.sax
import xml.sax.handler


class Settings(xml.sax.ContentHandler):
    def __init__(self):
        self.values = {}

    def startElement(self, name, attrs):
        if name == "setting":
            self.values[attrs["key"]] = attrs["value"]


def read_settings(stream):
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, False)
    handler = Settings()
    parser.setContentHandler(handler)
    parser.parse(stream)
    return handler.values
