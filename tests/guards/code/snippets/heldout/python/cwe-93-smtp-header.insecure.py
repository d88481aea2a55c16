import smtplib
from flask import Flask, request

app = Flask(__name__)


@app.post("/contact")
def contact():
    subject = request.form["subject"]
    sender = request.form["email"]
    msg = "From: %s\r\nTo: help@example.com\r\nSubject: %s\r\n\r\n%s" % (sender, subject, request.form["text"])
    with smtplib.SMTP("localhost") as s:
        s.sendmail(sender, ["help@example.com"], msg)
    return "sent"
