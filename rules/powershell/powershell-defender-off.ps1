# ruleid: powershell-defender-off
Set-MpPreference -DisableRealtimeMonitoring $true
# ruleid: powershell-defender-off
Add-MpPreference -ExclusionPath C:\
# ruleid: powershell-defender-off
Stop-Service WinDefend
# ruleid: powershell-defender-off
[Ref].Assembly.GetType('System.Management.Automation.AmsiUtils')
# ok: powershell-defender-off
Get-MpPreference
# ok: powershell-defender-off
Set-MpPreference -DisableRealtimeMonitoring $false
# ok: powershell-defender-off
Update-MpSignature
# ok: powershell-defender-off
Restart-Service Spooler
# a decoy: Set-MpPreference -DisableRealtimeMonitoring $true
