# ruleid: shell-remove-everything
rm -rf /
# ruleid: shell-remove-everything
sudo rm -fr /etc /usr
# ruleid: shell-remove-everything
rm -rf ~/*
# ruleid: shell-remove-everything
find / -delete
# ruleid: shell-remove-everything
rm -rf --no-preserve-root /
# ok: shell-remove-everything
rm -rf node_modules dist
# ok: shell-remove-everything
rm -rf /var/lib/apt/lists/*
# ok: shell-remove-everything
rm -f /etc/nginx/sites-enabled/default
# ok: shell-remove-everything
find /var/log -name '*.gz' -mtime +30 -delete
# ok: shell-remove-everything
rm -rf ./build /tmp/work
# a decoy: rm -rf /
