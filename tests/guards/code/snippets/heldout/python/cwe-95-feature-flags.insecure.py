import json
import urllib.request


def load_flags(service):
    with urllib.request.urlopen("http://config.internal.example.com/%s.json" % service) as r:
        flags = json.load(r)
    for name, expr in flags.items():
        flags[name] = eval(expr)
    return flags
