from flask import Flask, jsonify, request
from pymongo import MongoClient

app = Flask(__name__)
users = MongoClient().app.users


@app.route("/login", methods=["POST"])
def login():
    data = request.get_json()
    user = users.find_one({"name": str(data["name"])})
    return jsonify(ok=user is not None and verify(user, str(data["password"])))
