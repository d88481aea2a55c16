# ruleid: powershell-encoded-command
powershell -EncodedCommand ZABpAHIAIABDADoAXAA=
# ruleid: powershell-encoded-command
powershell.exe -nop -w hidden -enc ZABpAHIAIABDADoAXAA=
# ruleid: powershell-encoded-command
iex ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('ZGlyIEM6XA==')))
# ok: powershell-encoded-command
powershell -File build.ps1
# ok: powershell-encoded-command
powershell -ExecutionPolicy RemoteSigned -File build.ps1
# ok: powershell-encoded-command
[Convert]::FromBase64String($text)
# a decoy: powershell -EncodedCommand ZABpAHIAIABDADoAXAA=
