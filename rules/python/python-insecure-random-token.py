import random, secrets, string

def make():
    # ruleid: python-insecure-random-token
    token = random.randint(0, 10**9)
    # ruleid: python-insecure-random-token
    password = "".join(random.choices(string.ascii_letters, k=12))
    # ok: python-insecure-random-token
    reset_token = secrets.token_urlsafe(32)
    # ok: python-insecure-random-token
    dice = random.randint(1, 6)
    # token = random.random()
    return token, password, reset_token, dice


class OtpService:
    def send(self, phone):
        # ruleid: python-insecure-random-token
        digits = str(random.randint(100000, 999999))
        self.sms.send(phone, digits)
from random import choice


def initial_password(letters):
    # ruleid: python-insecure-random-token
    return "".join(choice(letters) for _ in range(12))
