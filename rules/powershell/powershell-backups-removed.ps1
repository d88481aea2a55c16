# ruleid: powershell-backups-removed
vssadmin delete shadows /all /quiet
# ruleid: powershell-backups-removed
wmic shadowcopy delete
# ruleid: powershell-backups-removed
bcdedit /set {default} recoveryenabled No
# ruleid: powershell-backups-removed
Get-WmiObject Win32_Shadowcopy | Remove-WmiObject
# ok: powershell-backups-removed
vssadmin list shadows
# ok: powershell-backups-removed
bcdedit /enum
# ok: powershell-backups-removed
wbadmin get versions
# a decoy: vssadmin delete shadows
