from flask import Flask, session, abort, jsonify
from models import db, User

app = Flask(__name__)


@app.route("/admin/users/<int:uid>/delete", methods=["POST"])
def delete_user(uid):
    if not session.get("is_admin"):
        abort(403)
    user = db.session.get(User, uid)
    db.session.delete(user)
    db.session.commit()
    return jsonify(ok=True)
