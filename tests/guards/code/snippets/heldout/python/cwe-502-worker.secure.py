import json
import redis

r = redis.Redis()


def next_task():
    _, raw = r.blpop("tasks")
    return json.loads(raw)


def loop(handlers):
    while True:
        task = next_task()
        handlers[task["type"]](task)
