# ruleid: shell-remove-unguarded
rm -rf "$TARGET"/
# ruleid: shell-remove-unguarded
rm -rf $DIR/*
# ruleid: shell-remove-unguarded
rm -rf *
# ok: shell-remove-unguarded
rm -rf "${TARGET:?}"/*
# ok: shell-remove-unguarded
rm -rf "$DIR/build"
# ok: shell-remove-unguarded
rm -r "$TMPDIR/work"
# a decoy: rm -rf "$TARGET"/
