# ruleid: shell-read-environment-file
cat .env
# ruleid: shell-read-environment-file
base64 /srv/app/.env.production
# ruleid: shell-read-environment-file
tail -n 20 config/.env
# ok: shell-read-environment-file
cp .env.example .env
# ok: shell-read-environment-file
source .env
# ok: shell-read-environment-file
docker run --env-file .env app
# ok: shell-read-environment-file
export $(cat .env | xargs)
# ok: shell-read-environment-file
cut -d= -f1 .env
# a decoy: cat .env
