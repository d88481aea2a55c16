import datetime
import jwt


class TokenIssuer:
    SECRET = "supersecret123"

    def issue(self, user_id):
        payload = {"sub": user_id, "exp": datetime.datetime.utcnow() + datetime.timedelta(minutes=15)}
        return jwt.encode(payload, self.SECRET, algorithm="HS256")
