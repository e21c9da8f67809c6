#!/usr/bin/env bash
# master-key.sh FILE : makes the 32 random bytes that wrap every stream key, once, readable by the owner only.
# Whoever loses this file loses all personal data in the database; keep it apart from the database's backups.
set -euo pipefail
file=${1:?usage: Scripts/master-key.sh FILE}
[ -e "$file" ] && exit 0
mkdir -p "$(dirname "$file")"
umask 077
head -c 32 /dev/urandom >"$file.new"
# ln refuses an existing target, so two starts at once cannot replace each other's key.
ln "$file.new" "$file" 2>/dev/null || true
rm -f "$file.new"
