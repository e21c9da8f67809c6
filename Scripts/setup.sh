#!/usr/bin/env bash
# setup.sh run|test|bench : installs what is missing for starting, testing or measuring. Quick when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-}
run_packages=(pkg-config libsqlite3-dev libpq-dev libssl-dev libgcrypt20-dev libargon2-dev libqrencode-dev libzip-dev
    libcairo2-dev libpango1.0-dev libxlsxwriter-dev libjemalloc-dev fonts-noto-cjk poppler-utils)
test_packages=(sqlite3 postgresql-15 openssl zbar-tools chromium curl python3 python3-venv)
case "$purpose" in
    run) packages=("${run_packages[@]}") ;;
    test) packages=("${run_packages[@]}" "${test_packages[@]}") ;;
    bench) packages=("${run_packages[@]}" postgresql-15 wrk curl) ;;
    *)
        echo "usage: Scripts/setup.sh run|test|bench" >&2
        exit 2
        ;;
esac

need_swift() {
    if ! command -v swift >/dev/null; then
        echo "Swift 6.3 or later is needed and was not found: https://www.swift.org/install" >&2
        exit 1
    fi
}

missing_packages() {
    local package
    for package in "${packages[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -E "$@"
    else
        echo "Please run as root: $*" >&2
        exit 1
    fi
}

need_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "No apt here. These Debian packages or their like must be there: ${packages[*]}" >&2
        return
    fi
    local missing
    mapfile -t missing < <(missing_packages)
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    # Another apt may be running on a new machine: wait for it instead of failing.
    as_root apt-get -o DPkg::Lock::Timeout=900 -qq update
    as_root apt-get -o DPkg::Lock::Timeout=900 -qq -y --no-install-recommends install "${missing[@]}"
}

need_test_tools() {
    local wanted=Scripts/requirements-test.txt have=.venv-test/.requirements
    cmp -s "$wanted" "$have" && .venv-test/bin/python -c '' 2>/dev/null && return
    echo "Installing the test tools into .venv-test"
    rm -rf .venv-test
    python3 -m venv .venv-test
    .venv-test/bin/pip install -q --disable-pip-version-check -r "$wanted"
    cp "$wanted" "$have"
}

need_swift
need_packages
[ "$purpose" != test ] || need_test_tools
