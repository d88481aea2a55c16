# ruleid: powershell-run-at-logon
reg add HKCU\Software\Microsoft\Windows\CurrentVersion\Run /v up /d C:\up.exe
# ruleid: powershell-run-at-logon
Set-ItemProperty -Path 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Run' -Name up -Value C:\up.exe
# ruleid: powershell-run-at-logon
Copy-Item a.exe "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\Startup"
# ok: powershell-run-at-logon
reg query HKCU\Software\Microsoft\Windows\CurrentVersion\Run
# ok: powershell-run-at-logon
Get-ItemProperty HKLM:\Software\Microsoft\Windows\CurrentVersion
# ok: powershell-run-at-logon
reg add HKCU\Software\App /v Theme /d dark
# a decoy: reg add HKCU:\...\CurrentVersion\Run
