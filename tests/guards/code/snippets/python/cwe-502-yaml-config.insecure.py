import yaml


def load_config(stream):
    return yaml.load(stream, Loader=yaml.Loader)
