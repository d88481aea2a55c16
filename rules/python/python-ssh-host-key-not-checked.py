import paramiko
# ruleid: python-ssh-host-key-not-checked
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
# ruleid: python-ssh-host-key-not-checked
client.set_missing_host_key_policy(paramiko.WarningPolicy())
# ok: python-ssh-host-key-not-checked
client.set_missing_host_key_policy(paramiko.RejectPolicy())
# ok: python-ssh-host-key-not-checked
client.load_system_host_keys()
# client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
