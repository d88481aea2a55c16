# ruleid: powershell-credential-dump
procdump -ma lsass.exe out.dmp
# ruleid: powershell-credential-dump
rundll32 C:\Windows\System32\comsvcs.dll, MiniDump 624 C:\lsass.dmp full
# ruleid: powershell-credential-dump
reg save HKLM\SAM sam.hiv
# ruleid: powershell-credential-dump
Invoke-Mimikatz -DumpCreds
# ok: powershell-credential-dump
Get-Process lsass
# ok: powershell-credential-dump
Get-Credential
# ok: powershell-credential-dump
reg query HKLM\Software
# ok: powershell-credential-dump
rundll32 shell32.dll,Control_RunDLL
# a decoy: procdump -ma lsass.exe
