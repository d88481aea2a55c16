# ruleid: powershell-remove-everything
Remove-Item -Recurse -Force C:\
# ruleid: powershell-remove-everything
rd /s /q C:\Windows
# ruleid: powershell-remove-everything
del /f /s /q C:\*.*
# ruleid: powershell-remove-everything
format C: /q /y
# ruleid: powershell-remove-everything
rm -r -fo $env:USERPROFILE
# ok: powershell-remove-everything
Remove-Item -Recurse -Force .\node_modules
# ok: powershell-remove-everything
del /q build\*.obj
# ok: powershell-remove-everything
Remove-Item C:\Temp\app -Recurse
# ok: powershell-remove-everything
rmdir /s /q dist
# ok: powershell-remove-everything
Format-Table Name, Id
# a decoy: Remove-Item -Recurse -Force C:\
