# ruleid: shell-open-to-everyone
redis-server --protected-mode no --bind 0.0.0.0
# ruleid: shell-open-to-everyone
dockerd -H tcp://0.0.0.0:2375
# ruleid: shell-open-to-everyone
mongod --bind_ip_all
# ruleid: shell-open-to-everyone
aws s3 cp a s3://b/ --acl public-read
# ok: shell-open-to-everyone
redis-server --bind 127.0.0.1
# ok: shell-open-to-everyone
jupyter lab
# ok: shell-open-to-everyone
mongod --bind_ip 127.0.0.1
# ok: shell-open-to-everyone
aws s3 cp a s3://b/
# a decoy: redis-server --protected-mode no --bind 0.0.0.0
