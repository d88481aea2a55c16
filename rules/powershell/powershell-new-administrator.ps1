# ruleid: powershell-new-administrator
net user eve Passw0rd! /add
# ruleid: powershell-new-administrator
net localgroup administrators eve /add
# ruleid: powershell-new-administrator
New-LocalUser -Name eve -NoPassword
# ruleid: powershell-new-administrator
Add-LocalGroupMember -Group Administrators -Member eve
# ok: powershell-new-administrator
net user
# ok: powershell-new-administrator
Get-LocalUser
# ok: powershell-new-administrator
net use Z: \\server\share
# a decoy: net user eve Passw0rd! /add
