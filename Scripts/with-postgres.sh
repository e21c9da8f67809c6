#!/usr/bin/env bash
# Runs a command with a private PostgreSQL cluster that is deleted afterwards.
#
#   Scripts/with-postgres.sh [--durable] COMMAND [ARGUMENT...]
#
# The command finds a libpq connection string of a superuser in TONGBAN_TEST_POSTGRES. Nothing is durable (fsync off)
# unless --durable is given, which benchmarks need. Each run has a folder, a socket and a cluster of its own and listens
# on no port, so any number of runs may go on at once.
set -euo pipefail

fsync=off
if [ "${1:-}" = "--durable" ]; then
    fsync=on
    shift
fi
if [ $# -eq 0 ]; then
    echo "usage: $0 [--durable] COMMAND [ARGUMENT...]" >&2
    exit 64
fi

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$bin" ]; then
    echo "$0: no PostgreSQL under /usr/lib/postgresql; run 'make setup' or install the package postgresql" >&2
    exit 69
fi

# The servers of PostgreSQL refuse to run as root, so root hands over to the user postgres.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); else "$@"; fi
}

# Directly under /tmp: the path of a socket may have at most 107 bytes.
folder=$(mktemp -d /tmp/tongban-pg.XXXXXX)
started=no
finish() {
    status=$?
    trap - EXIT
    if [ "$started" = yes ]; then as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true; fi
    rm -rf "$folder"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

chmod 755 "$folder"
[ "$(id -u)" -ne 0 ] || chown postgres:postgres "$folder"
as_owner "$bin/initdb" -D "$folder/data" -U postgres -E UTF8 --locale=C.UTF-8 -A trust -N >"$folder/initdb.log" 2>&1 || {
    cat "$folder/initdb.log" >&2
    exit 70
}
as_owner tee -a "$folder/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 300
shared_buffers = 64MB
fsync = $fsync
full_page_writes = $fsync
log_min_messages = fatal
autovacuum_naptime = 10s
max_wal_size = 1GB
CONF
as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 start >/dev/null || {
    cat "$folder/log" >&2
    exit 70
}
started=yes

export TONGBAN_TEST_POSTGRES="host=$folder user=postgres dbname=postgres"
# In the background, so that a signal reaches the trap at once and the command is ended with it.
"$@" <&0 &
command=$!
trap 'kill -INT "$command" 2>/dev/null; wait "$command"; exit 130' INT
trap 'kill -TERM "$command" 2>/dev/null; wait "$command"; exit 143' TERM HUP
wait "$command"
