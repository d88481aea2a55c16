from flask import Flask, request, jsonify

app = Flask(__name__)
PRICES = {"tea": 4, "coffee": 6}


@app.route("/total", methods=["POST"])
def total():
    data = request.get_json()
    item = data["item"]
    quantity = int(data["quantity"])
    return jsonify(total=PRICES[item] * quantity)
