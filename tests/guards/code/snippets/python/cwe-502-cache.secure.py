import json
import pickle
from pathlib import Path


def load(path):
    data = Path(path).read_bytes()
    return json.loads(data)
