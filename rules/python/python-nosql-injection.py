from flask import request

def login(users):
    data = request.get_json()
    # ruleid: python-nosql-injection
    return users.find_one({"name": data["name"], "password": data["password"]})

def search(items):
    # ruleid: python-nosql-injection
    return items.find(request.json)

def safe(users):
    data = request.get_json()
    # ok: python-nosql-injection
    found = users.find_one({"name": str(data["name"])})
    # ok: python-nosql-injection
    return found, "users.find_one(request.json)"
