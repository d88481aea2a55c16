import ftplib


def upload(host, user, password, path):
    with ftplib.FTP(host) as session:
        session.login(user, password)
        with open(path, "rb") as source:
            session.storbinary("STOR backup.tar", source)
