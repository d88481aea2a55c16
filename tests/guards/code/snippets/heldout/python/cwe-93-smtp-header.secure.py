import smtplib
from email.message import EmailMessage
from flask import Flask, request

app = Flask(__name__)


@app.post("/contact")
def contact():
    subject = request.form["subject"]
    sender = request.form["email"]
    msg = EmailMessage()
    msg["From"] = "site@example.com"
    msg["To"] = "help@example.com"
    msg["Subject"] = subject.replace("\r", "").replace("\n", "")
    msg.set_content(sender + "\n" + request.form["text"])
    with smtplib.SMTP("localhost") as s:
        s.send_message(msg)
    return "sent"
