import time
import uuid


def reset_token():
    # ruleid: python-time-based-token
    return str(uuid.uuid1())


def log_in(session):
    # ruleid: python-time-based-token
    session["session_id"] = str(time.time())
    # ok: python-time-based-token
    session["token"] = str(uuid.uuid4())
    # ok: python-time-based-token
    session["token_expires"] = time.time() + 3600
    # token = uuid.uuid1()
    return session
