# ruleid: shell-fork-bomb
:(){ :|:& };:
# ruleid: shell-fork-bomb
bomb() { bomb | bomb & }; bomb
# ruleid: shell-fork-bomb
perl -e 'fork while fork'
# ok: shell-fork-bomb
again() { sleep 1; again; }
# ok: shell-fork-bomb
count() { ls | wc -l; }
# ok: shell-fork-bomb
yes | apt-get install -y vim
# a decoy: :(){ :|:& };:
