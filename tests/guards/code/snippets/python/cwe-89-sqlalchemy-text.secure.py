from sqlalchemy import create_engine, text

engine = create_engine("sqlite:///shop.db")


def find_orders(customer):
    with engine.connect() as connection:
        statement = text("SELECT * FROM orders WHERE customer = :customer")
        return connection.execute(statement, {"customer": customer}).fetchall()
