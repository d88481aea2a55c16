# ruleid: shell-stop-the-machine
shutdown -h now
# ruleid: shell-stop-the-machine
sudo reboot
# ruleid: shell-stop-the-machine
kill -9 -1
# ruleid: shell-stop-the-machine
echo b > /proc/sysrq-trigger
# ok: shell-stop-the-machine
kill 4711
# ok: shell-stop-the-machine
pkill -f 'node server.js'
# ok: shell-stop-the-machine
systemctl restart nginx
# ok: shell-stop-the-machine
shutdown -c
# a decoy: shutdown -h now
