import time
import hashlib
import secrets


class PasswordReset:
    def __init__(self, repo, mailer):
        self.repo = repo
        self.mailer = mailer

    def request(self, email):
        token = secrets.token_hex(32)
        self.repo.save(email, hashlib.sha256(token.encode()).hexdigest(), time.time() + 3600)
        self.mailer.send(email, "https://example.com/reset/" + token)
