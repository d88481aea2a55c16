# ruleid: shell-installer-into-shell
curl --proto '=https' -sSf https://sh.example.test | sh
# ruleid: shell-installer-into-shell
/bin/bash -c "$(curl -fsSL https://example.test/install.sh)"
# ruleid: shell-installer-into-shell
curl -sSL https://install.example.test | python3 -
# ok: shell-installer-into-shell
curl -fsSL https://example.test/install.sh -o install.sh
# ok: shell-installer-into-shell
curl -fsSL https://example.test/key.asc | gpg --dearmor -o key.gpg
# ok: shell-installer-into-shell
curl -s https://example.test/a.json | python3 -c 'import json, sys; print(json.load(sys.stdin)["a"])'
# a decoy: curl --proto '=https' -sSf https://sh.example.test | sh
