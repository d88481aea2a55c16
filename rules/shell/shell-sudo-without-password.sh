# ruleid: shell-sudo-without-password
echo 'app ALL=(ALL) NOPASSWD: ALL' | sudo tee -a /etc/sudoers
# ruleid: shell-sudo-without-password
echo 'Defaults !authenticate' >> /etc/sudoers.d/app
# ruleid: shell-sudo-without-password
sed -i 's/^%sudo.*/%sudo ALL=(ALL:ALL) NOPASSWD: ALL/' /etc/sudoers
# ok: shell-sudo-without-password
sudo -l
# ok: shell-sudo-without-password
visudo -c -f ./sudoers
# ok: shell-sudo-without-password
sudo -u postgres psql -c 'select 1'
# a decoy: NOPASSWD: ALL
