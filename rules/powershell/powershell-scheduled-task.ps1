# ruleid: powershell-scheduled-task
schtasks /create /tn up /tr C:\up.exe /sc onlogon
# ruleid: powershell-scheduled-task
Register-ScheduledTask -TaskName up -Action $a -Trigger $t
# ruleid: powershell-scheduled-task
New-Service -Name up -BinaryPathName C:\up.exe
# ok: powershell-scheduled-task
schtasks /query
# ok: powershell-scheduled-task
Get-ScheduledTask
# ok: powershell-scheduled-task
Restart-Service Spooler
# a decoy: schtasks /create /tn up /tr C:\up.exe /sc onlogon
