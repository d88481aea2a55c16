# ruleid: shell-predictable-temp-file
echo data > /tmp/app.$$
# ruleid: shell-predictable-temp-file
TMP=/tmp/work.$$
# ruleid: shell-predictable-temp-file
sort names > /tmp/sorted.$RANDOM
# ok: shell-predictable-temp-file
TMP=$(mktemp)
# ok: shell-predictable-temp-file
work=$(mktemp -d)
# ok: shell-predictable-temp-file
echo data > "$TMP"
# ok: shell-predictable-temp-file
ls /tmp
# a decoy: echo data > /tmp/app.$$
