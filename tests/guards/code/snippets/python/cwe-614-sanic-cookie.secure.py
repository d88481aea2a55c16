from sanic import Sanic, response
import uuid

app = Sanic("shop")


@app.post("/login")
async def login(request):
    resp = response.json({"ok": True})
    resp.cookies["session"] = uuid.uuid4().hex
    resp.cookies["session"]["httponly"] = True
    resp.cookies["session"]["secure"] = True
    return resp
