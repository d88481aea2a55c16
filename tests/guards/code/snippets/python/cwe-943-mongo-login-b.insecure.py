from flask import Flask, request, jsonify
from pymongo import MongoClient

app = Flask(__name__)
db = MongoClient().shop


@app.post("/login")
def login():
    body = request.get_json()
    user = db.users.find_one({"username": body["username"], "password": body["password"]})
    if user is None:
        return jsonify(error="bad credentials"), 401
    return jsonify(id=str(user["_id"]))
