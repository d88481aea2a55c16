# ruleid: shell-secret-in-command
API_KEY=a8f5f167f44f4964e6c998dee827110c
# ruleid: shell-secret-in-command
curl -H 'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc123' https://api.example.test
# ruleid: shell-secret-in-command
mysql -u root -pS3cretPw app
# ruleid: shell-secret-in-command
sshpass -pHunter22 ssh me@host
# ok: shell-secret-in-command
API_KEY=$(vault kv get -field=key secret/app)
# ok: shell-secret-in-command
curl -H "Authorization: Bearer $TOKEN" https://api.example.test
# ok: shell-secret-in-command
mysql -u root -p app
# ok: shell-secret-in-command
PASSWORD_FILE=/run/secrets/db
# a decoy: mysql -u root -pS3cretPw app
