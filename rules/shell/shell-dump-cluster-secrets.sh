# ruleid: shell-dump-cluster-secrets
kubectl get secrets -A -o yaml
# ruleid: shell-dump-cluster-secrets
kubectl get secret db -o json
# ruleid: shell-dump-cluster-secrets
aws iam create-access-key --user-name admin
# ok: shell-dump-cluster-secrets
kubectl get secrets
# ok: shell-dump-cluster-secrets
kubectl get pods -o yaml
# ok: shell-dump-cluster-secrets
aws s3 ls
# a decoy: kubectl get secrets -A -o yaml
