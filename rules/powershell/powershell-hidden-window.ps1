# ruleid: powershell-hidden-window
powershell -WindowStyle Hidden -File a.ps1
# ruleid: powershell-hidden-window
powershell -w hidden -File a.ps1
# ruleid: powershell-hidden-window
Start-Process a.exe -WindowStyle Hidden
# ok: powershell-hidden-window
powershell -File a.ps1
# ok: powershell-hidden-window
Start-Process notepad
# ok: powershell-hidden-window
Start-Process a.exe -Wait
# a decoy: powershell -WindowStyle Hidden -File a.ps1
