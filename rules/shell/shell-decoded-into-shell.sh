# ruleid: shell-decoded-into-shell
echo aWQK | base64 -d | sh
# ruleid: shell-decoded-into-shell
eval "$(echo 6964 | xxd -r -p)"
# ruleid: shell-decoded-into-shell
base64 --decode payload.txt | bash
# ruleid: shell-decoded-into-shell
printf '\x69\x64\x0a' | sh
# ok: shell-decoded-into-shell
echo aWQK | base64 -d
# ok: shell-decoded-into-shell
echo "$CERT" | base64 -d > cert.pem
# ok: shell-decoded-into-shell
kubectl get secret db -o jsonpath='{.data.password}' | base64 -d
# ok: shell-decoded-into-shell
eval "$(ssh-agent -s)"
# a decoy: echo aWQK | base64 -d | sh
