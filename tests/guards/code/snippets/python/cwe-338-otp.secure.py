import secrets


class OtpService:
    def __init__(self, sms, store):
        self.sms = sms
        self.store = store

    def send(self, phone):
        code = str(secrets.randbelow(900000) + 100000)
        self.store.set("otp:" + phone, code, ex=300)
        self.sms.send(phone, "Your code is " + code)
