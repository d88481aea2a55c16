# ruleid: shell-install-service
sudo tee /etc/systemd/system/app.service < app.service
# ruleid: shell-install-service
cp app.service /etc/systemd/system/app.service
# ruleid: shell-install-service
echo '[Service]' > ~/.config/systemd/user/app.service
# ok: shell-install-service
systemctl status nginx
# ok: shell-install-service
sudo systemctl enable --now nginx
# ok: shell-install-service
cat /etc/systemd/system/app.service
# a decoy: sudo tee /etc/systemd/system/app.service < app.service
