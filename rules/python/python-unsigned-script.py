import pickle
import requests

def plugin(address):
    # ruleid: python-unsigned-script
    exec(requests.get(address).text)

def model(address):
    data = requests.get(address).content
    # ruleid: python-unsigned-script
    return pickle.loads(data)

def safe(address):
    # ok: python-unsigned-script
    data = requests.get(address).json()
    # ok: python-unsigned-script
    return data, "exec(requests.get(address).text)"
