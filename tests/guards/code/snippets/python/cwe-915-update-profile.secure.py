from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/users/<int:user_id>", methods=["PUT"])
def update(user_id):
    user = User.query.get_or_404(user_id)
    data = request.get_json()
    for field in ("email", "display_name"):
        if field in data:
            setattr(user, field, data[field])
    db.session.commit()
    return jsonify(ok=True)
