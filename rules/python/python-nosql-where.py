from flask import request

def find(users):
    # ruleid: python-nosql-where
    return users.find({"$where": "this.name == '" + request.args["name"] + "'"})

def find_old(users):
    age = request.args["age"]
    # ruleid: python-nosql-where
    return users.find({"$where": f"this.age > {age}"})

def safe(users):
    # ok: python-nosql-where
    found = users.find({"age": {"$gt": int(request.args["age"])}})
    # ok: python-nosql-where
    return found, "users.find({'$where': request.args['x']})"
