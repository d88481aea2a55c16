# ruleid: shell-container-escape
docker run --rm -it -v /:/host alpine chroot /host sh
# ruleid: shell-container-escape
docker run --privileged alpine
# ruleid: shell-container-escape
docker run -v /var/run/docker.sock:/var/run/docker.sock alpine
# ruleid: shell-container-escape
nsenter -t 1 -m -u -i -n sh
# ok: shell-container-escape
docker run --rm -v "$PWD":/app -w /app node:22 npm test
# ok: shell-container-escape
docker run -d -p 5432:5432 -v pgdata:/var/lib/postgresql/data postgres
# ok: shell-container-escape
docker compose up -d
# ok: shell-container-escape
docker exec -it web sh
# a decoy: docker run --privileged alpine
