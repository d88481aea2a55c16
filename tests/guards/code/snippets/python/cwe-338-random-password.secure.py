from secrets import choice
from string import ascii_letters, digits


def initial_password(length=12):
    return "".join(choice(ascii_letters + digits) for _ in range(length))


def create_account(db, email):
    password = initial_password()
    db.create(email=email, password=db.hash(password))
    return password
