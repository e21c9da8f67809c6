#!/usr/bin/env bash
# test.sh : every test on both engines, then what is checked from outside Swift; ends with the counts.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .local
log=.local/test.log
python=.venv-test/bin/python

swift build --build-tests -j 2
Scripts/with-postgres.sh swift test --skip-build 2>&1 | tee "$log"

echo "== the definitions against their JSON Schemas"
"$python" Tests/Schemas/validate.py

echo "== openapi.yaml against OpenAPI 3.1"
"$python" -m openapi_spec_validator openapi.yaml

echo "== the running interface against openapi.yaml, with generated requests"
"$python" Tests/Interface/prove.py .build/debug/tongban

echo "== every page in the browser, at 390 and 1280 px"
"$python" Tests/Browser/walk.py .build/debug/tongban

echo "== whole services in the browser, from the guide to the certificate"
"$python" Tests/Browser/services.py .build/debug/tongban
"$python" Tests/Browser/registers.py .build/debug/tongban
"$python" Tests/Browser/promises.py .build/debug/tongban
"$python" Tests/Browser/bundles.py .build/debug/tongban
"$python" Tests/Browser/reports.py .build/debug/tongban
"$python" Tests/Browser/standing.py .build/debug/tongban

echo
grep -E 'Test run with [0-9]+ tests' "$log"
