from flask import Blueprint, jsonify, abort
from flask_login import login_required, current_user
from .models import Account

bp = Blueprint("accounts", __name__)


@bp.route("/accounts/<int:account_id>")
@login_required
def show(account_id):
    account = Account.query.get_or_404(account_id)
    return jsonify(id=account.id, iban=account.iban, balance=account.balance)
