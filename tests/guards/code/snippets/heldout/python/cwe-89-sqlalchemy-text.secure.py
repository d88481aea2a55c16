from fastapi import APIRouter, Depends
from sqlalchemy import text
from sqlalchemy.orm import Session

from .database import get_db

router = APIRouter()


@router.get("/orders/{customer}")
def orders(customer: str, status: str = "open", db: Session = Depends(get_db)):
    statement = text("SELECT * FROM orders WHERE customer = :customer AND status = :status")
    rows = db.execute(statement, {"customer": customer, "status": status}).mappings().all()
    return list(rows)
