import ftplib


def upload(host, user, password, path):
    with ftplib.FTP_TLS(host) as session:
        session.login(user, password)
        session.prot_p()
        with open(path, "rb") as source:
            session.storbinary("STOR backup.tar", source)
