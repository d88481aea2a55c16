import json
import pickle
from pickle import loads

def read(blob, file):
    # ruleid: python-unsafe-deserialization
    one = pickle.loads(blob)
    # ruleid: python-unsafe-deserialization
    two = pickle.load(file)
    # ruleid: python-unsafe-deserialization
    three = loads(blob)
    # ok: python-unsafe-deserialization
    four = json.loads(blob)
    # ok: python-unsafe-deserialization
    five = pickle.dumps(four)
    # pickle.loads(blob)
    return one, two, three, four, five
