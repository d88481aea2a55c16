from flask import Flask, request, jsonify
from pymongo import MongoClient
from werkzeug.security import check_password_hash

app = Flask(__name__)
db = MongoClient().shop


@app.post("/login")
def login():
    body = request.get_json()
    user = db.users.find_one({"username": str(body["username"])})
    if user is None or not check_password_hash(user["password"], str(body["password"])):
        return jsonify(error="bad credentials"), 401
    return jsonify(id=str(user["_id"]))
