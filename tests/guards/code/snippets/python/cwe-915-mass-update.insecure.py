from flask import request, jsonify
from app import app, db
from models import User


@app.put("/users/<int:uid>")
def update_user(uid):
    user = User.query.get_or_404(uid)
    data = request.get_json()
    for key, value in data.items():
        setattr(user, key, value)
    db.session.commit()
    return jsonify(user.to_dict())
