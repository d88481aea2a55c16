import pandas as pd
from flask import Flask, request

app = Flask(__name__)
SALES = pd.read_csv("sales.csv")
COLUMNS = {"region", "product"}


@app.get("/sales")
def sales():
    column = request.args.get("column", "region")
    if column not in COLUMNS:
        return {"error": "unknown column"}, 400
    rows = SALES[SALES[column] == request.args.get("value", "")]
    return rows.to_dict(orient="records")
