# ruleid: shell-ransom-encrypts-files
find /home -type f -exec openssl enc -aes-256-cbc -k k -in {} -out {}.enc ;
# ruleid: shell-ransom-encrypts-files
find ~ -name '*.doc*' | xargs -I{} gpg --batch --symmetric --passphrase k {}
# ok: shell-ransom-encrypts-files
openssl enc -aes-256-cbc -pbkdf2 -in a.txt -out a.enc
# ok: shell-ransom-encrypts-files
gpg --symmetric backup.tar
# ok: shell-ransom-encrypts-files
find . -type f -exec gzip {} +
# a decoy: find / -exec openssl enc
