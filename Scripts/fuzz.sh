#!/bin/bash
# Builds the fuzz target with libFuzzer (Values, Rules, the model reader) and runs it: Scripts/fuzz.sh [SECONDS]
# Seeds are made from the expressions of the tests and from what was found once (Tests/Fuzz/found/); what crashes or
# takes longer than 10 s stands in .build/fuzz/: put it into Tests/Fuzz/found/, and its text into BadInputTests.
# OPTIMISE=-Onone compiles as the tests do; FUZZ_FOLDER names another folder; SEED makes a run that can be run again.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-300}
out=${FUZZ_FOLDER:-.build/fuzz}
mkdir -p "$out/corpus"
flags="${OPTIMISE:--O} -wmo -swift-version 6 -parse-as-library -package-name tongban -sanitize=fuzzer -I $out"
module() { # name, files…
    local name=$1
    shift
    swiftc $flags -module-name "$name" -emit-module -emit-module-path "$out/$name.swiftmodule" -c "$@" -o "$out/$name.o"
}
module Values Sources/Values/*.swift
module Rules $(find Sources/Rules -name '*.swift')
models=Sources/Definitions/Models
module Definitions Sources/Definitions/Reading/Nearest.swift \
    $models/{Markup,MarkupReader,BoxReader,DecisionModelCheck,DecisionModelReading,DecisionModelWriting}.swift
swiftc $flags -module-name FuzzTarget Tests/Fuzz/FuzzTarget.swift "$out"/{Definitions,Rules,Values}.o -o "$out/fuzz"
python3 - "$out/corpus" <<'SEEDS'
import hashlib, pathlib, re, sys
folder = pathlib.Path(sys.argv[1])
def seed(kind, text):
    data = bytes([kind]) + text.encode()
    (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
for path in pathlib.Path("Tests/RulesTests").glob("*.swift"):
    for line in path.read_text(encoding="utf-8").splitlines():
        if " => " in line:
            for kind in (0, 1, 2):
                seed(kind, line.split(" => ")[0].strip())
for path in pathlib.Path("Tests/DefinitionsTests/Models").glob("*.swift"):
    for text in re.findall(r'"""\n(.*?)"""', path.read_text(encoding="utf-8"), re.S):
        seed(3, text)
SEEDS
cp Tests/Fuzz/found/* "$out/corpus/"
exec "$out/fuzz" -seed="${SEED:-0}" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
    -print_final_stats=1 -artifact_prefix="$out/" "$out/corpus"
