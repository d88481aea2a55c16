import json
import urllib.request


def load_flags(service):
    with urllib.request.urlopen("https://config.internal.example.com/flags.json") as r:
        flags = json.load(r)
    return {name: bool(value) for name, value in flags.get(service, {}).items()}
