from flask import Flask, abort, jsonify
from flask_login import current_user, login_required

from .models import Invoice

app = Flask(__name__)


@app.route("/invoices/<int:invoice_id>")
@login_required
def invoice(invoice_id):
    found = Invoice.query.get_or_404(invoice_id)
    if found.owner_id != current_user.id:
        abort(403)
    return jsonify(found.to_dict())
