# ruleid: shell-scheduled-job
(crontab -l; echo '0 3 * * * /usr/local/bin/backup') | crontab -
# ruleid: shell-scheduled-job
crontab jobs.txt
# ruleid: shell-scheduled-job
echo '0 3 * * * root /usr/local/bin/backup' > /etc/cron.d/backup
# ok: shell-scheduled-job
crontab -l
# ok: shell-scheduled-job
crontab -e
# ok: shell-scheduled-job
cat /etc/crontab
# ok: shell-scheduled-job
systemctl restart cron
# a decoy: (crontab -l; echo '0 3 * * * /usr/local/bin/backup') | crontab -
