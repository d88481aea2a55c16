# ruleid: shell-overwrite-disk
dd if=/dev/zero of=/dev/sda bs=1M
# ruleid: shell-overwrite-disk
sudo mkfs.ext4 -F /dev/nvme0n1
# ruleid: shell-overwrite-disk
cat /dev/urandom > /dev/sda
# ruleid: shell-overwrite-disk
wipefs -a /dev/sdb
# ok: shell-overwrite-disk
dd if=/dev/zero of=swapfile bs=1M count=1024
# ok: shell-overwrite-disk
mkfs.ext4 disk.img
# ok: shell-overwrite-disk
dd if=/dev/urandom of=key.bin bs=32 count=1
# ok: shell-overwrite-disk
dd if=/dev/sda of=backup.img bs=4M
# a decoy: dd if=/dev/zero of=/dev/sda bs=1M
