# ruleid: powershell-certificate-check-off
Invoke-WebRequest https://internal.test -SkipCertificateCheck
# ruleid: powershell-certificate-check-off
[Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }
# ok: powershell-certificate-check-off
Invoke-WebRequest https://internal.test
# ok: powershell-certificate-check-off
[Net.ServicePointManager]::SecurityProtocol = 'Tls12'
# a decoy: Invoke-WebRequest https://internal.test -SkipCertificateCheck
