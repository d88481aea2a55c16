# ruleid: shell-firewall-off
sudo ufw disable
# ruleid: shell-firewall-off
iptables -F
# ruleid: shell-firewall-off
setenforce 0
# ruleid: shell-firewall-off
systemctl stop firewalld
# ok: shell-firewall-off
ufw allow 22/tcp
# ok: shell-firewall-off
iptables -L -n
# ok: shell-firewall-off
getenforce
# ok: shell-firewall-off
systemctl status ufw
# a decoy: sudo ufw disable
