import datetime
import jwt
import os


class TokenIssuer:
    SECRET = os.environ["JWT_SECRET"]

    def issue(self, user_id):
        payload = {"sub": user_id, "exp": datetime.datetime.utcnow() + datetime.timedelta(minutes=15)}
        return jwt.encode(payload, self.SECRET, algorithm="HS256")
