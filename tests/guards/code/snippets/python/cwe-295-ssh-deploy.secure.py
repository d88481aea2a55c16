import paramiko


def deploy(host, user, release):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    client.connect(host, username=user)
    _, out, _ = client.exec_command("/opt/deploy.sh")
    return out.read().decode()
