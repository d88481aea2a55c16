# ruleid: shell-write-disk-image
sudo dd if=ubuntu.iso of=/dev/sdb bs=4M status=progress
# ruleid: shell-write-disk-image
dd if=/tmp/raspbian.img of=/dev/mmcblk0
# ok: shell-write-disk-image
dd if=ubuntu.iso of=usb.img bs=4M
# ok: shell-write-disk-image
dd if=/dev/sdb of=usb.img
# a decoy: sudo dd if=ubuntu.iso of=/dev/sdb bs=4M status=progress
