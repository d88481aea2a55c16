import types


class Registry:
    def __init__(self):
        self.plugins = {}

    def register(self, name, factory):
        if not callable(factory):
            raise TypeError("factory must be callable")
        self.plugins[name] = factory()

    def get(self, name):
        return self.plugins[name]
