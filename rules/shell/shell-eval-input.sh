# ruleid: shell-eval-input
eval "$1"
# ruleid: shell-eval-input
eval "ls $user_input"
# ruleid: shell-eval-input
bash -c "grep $1 file.txt"
# ok: shell-eval-input
"$@"
# ok: shell-eval-input
eval "$(ssh-agent -s)"
# ok: shell-eval-input
grep -- "$1" file.txt
# ok: shell-eval-input
bash -c 'grep -- "$0" file.txt' "$1"
# a decoy: eval "$1"
