from flask import Flask, abort, jsonify
from flask_login import current_user, login_required

from .models import Invoice

app = Flask(__name__)


@app.route("/invoices/<int:invoice_id>")
def invoice(invoice_id):
    return jsonify(Invoice.query.get_or_404(invoice_id).to_dict())
