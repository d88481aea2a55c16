# ruleid: shell-drop-database
psql -c 'DROP DATABASE production'
# ruleid: shell-drop-database
redis-cli FLUSHALL
# ruleid: shell-drop-database
dropdb app
# ruleid: shell-drop-database
echo 'drop database app;' | mysql -u root
# ok: shell-drop-database
psql -c 'select count(*) from users'
# ok: shell-drop-database
redis-cli ping
# ok: shell-drop-database
mysql app < schema.sql
# ok: shell-drop-database
createdb app
# a decoy: psql -c 'DROP DATABASE production'
