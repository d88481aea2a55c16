import hashlib
import hmac
import os
from flask import Flask, request, abort

app = Flask(__name__)
SECRET = os.environ["WEBHOOK_SECRET"].encode()


@app.post("/hooks/payments")
def hook():
    given = request.headers.get("X-Signature", "")
    want = hmac.new(SECRET, request.data, hashlib.sha256).hexdigest()
    if given != want:
        abort(403)
    return "", 204
