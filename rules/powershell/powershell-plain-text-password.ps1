# ruleid: powershell-plain-text-password
ConvertTo-SecureString 'S3cret!pw' -AsPlainText -Force
# ruleid: powershell-plain-text-password
$p = ConvertTo-SecureString -String "S3cret!pw" -AsPlainText -Force
# ok: powershell-plain-text-password
ConvertTo-SecureString $plain -AsPlainText -Force
# ok: powershell-plain-text-password
$p = Read-Host -AsSecureString
# ok: powershell-plain-text-password
Get-Credential
# a decoy: ConvertTo-SecureString 'S3cret!pw' -AsPlainText -Force
