# ruleid: shell-cloud-metadata
curl http://169.254.169.254/latest/meta-data/iam/security-credentials/
# ruleid: shell-cloud-metadata
wget -qO- --header 'Metadata-Flavor: Google' http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token
# ruleid: shell-cloud-metadata
curl 'http://169.254.169.254/metadata/identity/oauth2/token?resource=x' -H Metadata:true
# ok: shell-cloud-metadata
curl http://169.254.1.10/status
# ok: shell-cloud-metadata
aws sts get-caller-identity
# ok: shell-cloud-metadata
iptables -A OUTPUT -d 169.254.169.254 -j DROP
# a decoy: curl http://169.254.169.254/latest/meta-data/iam/security-credentials/
