# ruleid: powershell-uac-off
reg add HKLM\Software\Microsoft\Windows\CurrentVersion\Policies\System /v EnableLUA /t REG_DWORD /d 0 /f
# ruleid: powershell-uac-off
Set-ItemProperty HKLM:\Software\Microsoft\Windows\CurrentVersion\Policies\System -Name ConsentPromptBehaviorAdmin -Value 0
# ok: powershell-uac-off
Start-Process powershell -Verb RunAs
# ok: powershell-uac-off
reg query HKLM\Software\App
# ok: powershell-uac-off
Get-ItemProperty HKLM:\Software\App
# a decoy: EnableLUA 0
