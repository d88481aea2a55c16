import paramiko


def deploy(host, user, release):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    client.connect(host, username=user)
    _, out, _ = client.exec_command("/opt/deploy.sh")
    return out.read().decode()
