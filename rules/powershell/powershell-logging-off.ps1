# ruleid: powershell-logging-off
wevtutil cl Security
# ruleid: powershell-logging-off
Clear-EventLog -LogName Security
# ruleid: powershell-logging-off
Remove-Item (Get-PSReadlineOption).HistorySavePath, ConsoleHost_history.txt
# ruleid: powershell-logging-off
auditpol /clear /y
# ok: powershell-logging-off
wevtutil qe System /c:5
# ok: powershell-logging-off
Get-EventLog -LogName System -Newest 5
# ok: powershell-logging-off
auditpol /get /category:*
# a decoy: wevtutil cl Security
