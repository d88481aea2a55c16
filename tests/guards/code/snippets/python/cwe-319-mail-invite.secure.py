import smtplib
import os


def send_invite(to, body):
    server = smtplib.SMTP("mail.example.com", 587)
    server.starttls()
    server.login("robot", os.environ["MAIL_PASSWORD"])
    server.sendmail("robot@example.com", [to], body)
    server.quit()
