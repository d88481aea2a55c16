# ruleid: shell-certificate-check-off
curl -k https://internal.test/api
# ruleid: shell-certificate-check-off
wget --no-check-certificate https://internal.test/a.tgz
# ruleid: shell-certificate-check-off
git config --global http.sslVerify false
# ruleid: shell-certificate-check-off
pip install --trusted-host pypi.internal.test thing
# ruleid: shell-certificate-check-off
export NODE_TLS_REJECT_UNAUTHORIZED=0
# ok: shell-certificate-check-off
curl --cacert ca.pem https://internal.test/api
# ok: shell-certificate-check-off
git config --global http.sslVerify true
# ok: shell-certificate-check-off
pip install requests
# ok: shell-certificate-check-off
wget https://internal.test/a.tgz
# a decoy: curl -k https://internal.test/api
