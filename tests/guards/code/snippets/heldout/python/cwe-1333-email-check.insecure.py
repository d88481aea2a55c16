import re
from flask import Flask, request

app = Flask(__name__)
EMAIL = re.compile(r"^([a-zA-Z0-9]+\.?)+@([a-zA-Z0-9]+\.?)+$")


@app.get("/validate")
def validate():
    value = request.args.get("email", "")
    return {"valid": bool(EMAIL.match(value))}
