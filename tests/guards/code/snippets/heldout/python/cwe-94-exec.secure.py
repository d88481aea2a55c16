import types


def load_plugin(source: str, name: str = "plugin"):
    """Make a module of a plug-in's source that the user typed in."""
    module = types.ModuleType(name)
    import ast

    for key, value in ast.literal_eval(source).items():
        setattr(module, key, value)
    return module
