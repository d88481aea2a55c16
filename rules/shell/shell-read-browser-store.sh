# ruleid: shell-read-browser-store
cp ~/.config/google-chrome/Default/Cookies /tmp/c
# ruleid: shell-read-browser-store
sqlite3 ~/.mozilla/firefox/abc.default/cookies.sqlite 'select * from moz_cookies'
# ruleid: shell-read-browser-store
tar cf /tmp/f.tar ~/.mozilla/firefox
# ok: shell-read-browser-store
google-chrome --version
# ok: shell-read-browser-store
ls ~/.config
# ok: shell-read-browser-store
sqlite3 app.db 'select 1'
# a decoy: cp ~/.config/google-chrome/Default/Cookies /tmp/c
