from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/users/<int:user_id>", methods=["PUT"])
def update(user_id):
    user = User.query.get_or_404(user_id)
    for key, value in request.get_json().items():
        setattr(user, key, value)
    db.session.commit()
    return jsonify(ok=True)
