import secrets
from datetime import datetime, timedelta


def new_reset_link(user, db):
    token = secrets.token_urlsafe(32)
    db.save_token(user.id, token, datetime.utcnow() + timedelta(hours=1))
    return "https://example.com/reset?token=" + token
