import random
import string
from datetime import datetime, timedelta


def new_reset_link(user, db):
    alphabet = string.ascii_letters + string.digits
    token = "".join(random.choice(alphabet) for _ in range(32))
    db.save_token(user.id, token, datetime.utcnow() + timedelta(hours=1))
    return "https://example.com/reset?token=" + token
