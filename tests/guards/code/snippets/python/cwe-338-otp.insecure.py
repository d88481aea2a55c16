import random


class OtpService:
    def __init__(self, sms, store):
        self.sms = sms
        self.store = store

    def send(self, phone):
        code = str(random.randint(100000, 999999))
        self.store.set("otp:" + phone, code, ex=300)
        self.sms.send(phone, "Your code is " + code)
