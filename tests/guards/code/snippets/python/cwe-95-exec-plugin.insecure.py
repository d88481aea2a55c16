import types


class Registry:
    def __init__(self):
        self.plugins = {}

    def register_source(self, name, source):
        module = types.ModuleType(name)
        exec(compile(source, name, "exec"), module.__dict__)
        self.plugins[name] = module

    def get(self, name):
        return self.plugins[name]
