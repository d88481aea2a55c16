# ruleid: powershell-everyone-full-control
icacls C:\app /grant Everyone:F /t
# ruleid: powershell-everyone-full-control
icacls C:\app /grant Everyone:(OI)(CI)F
# ok: powershell-everyone-full-control
icacls C:\app /grant svc-app:(R)
# ok: powershell-everyone-full-control
icacls C:\app
# a decoy: icacls /grant Everyone:F
