import dill
import json
import redis

store = redis.Redis()


def remember(key, value):
    store.set(key, dill.dumps(value))


def recall(key):
    blob = store.get(key)
    return dill.loads(blob) if blob else None
