import yaml

def read(text):
    # ruleid: python-yaml-load
    a = yaml.load(text)
    # ruleid: python-yaml-load
    b = yaml.load(text, Loader=yaml.Loader)
    # ok: python-yaml-load
    c = yaml.safe_load(text)
    # ok: python-yaml-load
    d = yaml.load(text, Loader=yaml.SafeLoader)
    # yaml.load(text)
    return a, b, c, d
