# ruleid: shell-destroy-infrastructure
terraform destroy -auto-approve
# ruleid: shell-destroy-infrastructure
kubectl delete all --all -A
# ruleid: shell-destroy-infrastructure
aws s3 rb s3://bucket --force
# ruleid: shell-destroy-infrastructure
docker rm -f $(docker ps -aq)
# ok: shell-destroy-infrastructure
terraform plan -destroy
# ok: shell-destroy-infrastructure
kubectl delete pod web-1
# ok: shell-destroy-infrastructure
docker rm -f web
# ok: shell-destroy-infrastructure
aws s3 rm s3://bucket/key
# a decoy: terraform destroy -auto-approve
