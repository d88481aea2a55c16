# ruleid: shell-git-discards-work
git reset --hard HEAD~3
# ruleid: shell-git-discards-work
git clean -fdx
# ruleid: shell-git-discards-work
git push --force origin main
# ok: shell-git-discards-work
git reset HEAD notes.txt
# ok: shell-git-discards-work
git clean -n
# ok: shell-git-discards-work
git push --force-with-lease origin topic
# ok: shell-git-discards-work
git status
# a decoy: git reset --hard HEAD~3
