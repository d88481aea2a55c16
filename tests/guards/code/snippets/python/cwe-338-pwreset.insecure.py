import time
import hashlib


class PasswordReset:
    def __init__(self, repo, mailer):
        self.repo = repo
        self.mailer = mailer

    def request(self, email):
        token = hashlib.md5((email + str(time.time())).encode()).hexdigest()
        self.repo.save(email, hashlib.sha256(token.encode()).hexdigest(), time.time() + 3600)
        self.mailer.send(email, "https://example.com/reset/" + token)
