# ruleid: shell-preloaded-library
LD_PRELOAD=/tmp/x.so ls
# ruleid: shell-preloaded-library
export PATH=.:$PATH
# ruleid: shell-preloaded-library
export LD_PRELOAD=/dev/shm/hook.so
# ok: shell-preloaded-library
LD_PRELOAD=/usr/lib/libjemalloc.so ./server
# ok: shell-preloaded-library
export PATH=$HOME/bin:$PATH
# ok: shell-preloaded-library
export PYTHONPATH=src
# a decoy: LD_PRELOAD=/tmp/x.so ls
