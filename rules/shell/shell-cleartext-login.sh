# ruleid: shell-cleartext-login
telnet switch.internal
# ruleid: shell-cleartext-login
curl -u admin:pw http://device.test/api
# ruleid: shell-cleartext-login
wget ftp://user:pw@files.test/a.tgz
# ok: shell-cleartext-login
telnet localhost 6379
# ok: shell-cleartext-login
curl -u "$USER:$PW" https://device.test/api
# ok: shell-cleartext-login
curl -u admin:admin http://localhost:8080
# a decoy: telnet switch.internal
