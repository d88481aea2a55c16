# ruleid: powershell-firewall-off
Set-NetFirewallProfile -Profile Domain,Public,Private -Enabled False
# ruleid: powershell-firewall-off
netsh advfirewall set allprofiles state off
# ok: powershell-firewall-off
New-NetFirewallRule -DisplayName app -LocalPort 8080 -Protocol TCP -Action Allow
# ok: powershell-firewall-off
Get-NetFirewallProfile
# ok: powershell-firewall-off
netsh interface show interface
# a decoy: Set-NetFirewallProfile -Profile Domain,Public,Private -Enabled False
