import dill
import json
import redis

store = redis.Redis()


def remember(key, value):
    store.set(key, json.dumps(value))


def recall(key):
    blob = store.get(key)
    return json.loads(blob) if blob else None
