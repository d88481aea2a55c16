from flask import Flask, make_response

app = Flask(__name__)


@app.route("/start")
def start():
    response = make_response("welcome")
    response.set_cookie("session_id", new_session())
    return response
