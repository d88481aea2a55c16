import json
import os


def write_state(path, state):
    if os.access(path, os.W_OK):
        with open(path, "w") as f:
            json.dump(state, f)
