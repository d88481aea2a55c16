import random
import secrets
import string


def generate_code(length=6):
    digits = string.digits
    return "".join(random.choice(digits) for _ in range(length))


def send_otp(user, sms):
    code = generate_code()
    user.otp = code
    user.save()
    sms.send(user.phone, f"Your code is {code}")
