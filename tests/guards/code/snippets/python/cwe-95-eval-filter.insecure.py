import pandas as pd
from flask import Flask, request

app = Flask(__name__)
SALES = pd.read_csv("sales.csv")


@app.get("/sales")
def sales():
    condition = request.args.get("filter", "amount > 0")
    rows = SALES.query(condition, engine="python")
    return rows.to_dict(orient="records")
