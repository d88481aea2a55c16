from sqlalchemy import create_engine, text
from fastapi import FastAPI

app = FastAPI()
engine = create_engine("sqlite:///app.db")


@app.get("/orders")
def orders(status: str = "open", limit: int = 20):
    with engine.connect() as conn:
        stmt = text(f"SELECT * FROM orders WHERE status = '{status}' LIMIT {limit}")
        return [dict(r._mapping) for r in conn.execute(stmt)]
