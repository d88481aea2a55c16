# ruleid: shell-logging-off
history -c
# ruleid: shell-logging-off
unset HISTFILE
# ruleid: shell-logging-off
rm -f ~/.bash_history
# ruleid: shell-logging-off
systemctl stop auditd
# ruleid: shell-logging-off
export HISTFILE=/dev/null
# ok: shell-logging-off
history | tail -n 20
# ok: shell-logging-off
HISTSIZE=10000
# ok: shell-logging-off
tail -f /var/log/syslog
# ok: shell-logging-off
journalctl --vacuum-time=2weeks
# a decoy: history -c
