# ruleid: powershell-execution-policy-off
Set-ExecutionPolicy Bypass -Scope Process -Force
# ruleid: powershell-execution-policy-off
Set-ExecutionPolicy Unrestricted
# ruleid: powershell-execution-policy-off
powershell -ep bypass -File a.ps1
# ok: powershell-execution-policy-off
Set-ExecutionPolicy RemoteSigned -Scope CurrentUser
# ok: powershell-execution-policy-off
Get-ExecutionPolicy
# ok: powershell-execution-policy-off
powershell -File a.ps1
# a decoy: Set-ExecutionPolicy Bypass -Scope Process -Force
