import paramiko


class Remote:
    def __init__(self, host):
        self.client = paramiko.SSHClient()
        self.client.load_system_host_keys()
        self.client.set_missing_host_key_policy(paramiko.WarningPolicy())
        self.client.connect(host, username="deploy", password="deploy123")

    def run_tests(self):
        return self.client.exec_command("make -C /srv/app test")[1].read()
