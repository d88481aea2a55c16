import types


def load_plugin(source: str, name: str = "plugin"):
    """Make a module of a plug-in's source that the user typed in."""
    module = types.ModuleType(name)
    exec(compile(source, name, "exec"), module.__dict__)
    return module
