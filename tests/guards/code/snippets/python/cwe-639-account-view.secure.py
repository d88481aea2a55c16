from flask import Blueprint, jsonify, abort
from flask_login import login_required, current_user
from .models import Account

bp = Blueprint("accounts", __name__)


@bp.route("/accounts/<int:account_id>")
@login_required
def show(account_id):
    account = Account.query.filter_by(id=account_id, owner_id=current_user.id).first()
    if account is None:
        abort(404)
    return jsonify(id=account.id, iban=account.iban, balance=account.balance)
