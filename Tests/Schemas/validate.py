#!/usr/bin/env python3
"""Validates every file of Services/ and Territory/ against Schemas/, then what no schema can say (crosschecks.py).

Needs `pip install jsonschema PyYAML`. Prints a count per kind; ends with 1 if anything is wrong.
`--self-test` damages one file of each kind in memory, and the cross-checks' facts, and expects an error each time.
"""

import copy
import json
import sys
from pathlib import Path

import crosschecks
import tree

HOUSE = Path(__file__).resolve().parents[2]

# Path pattern -> kind; the first that matches counts.
KINDS = [
    ("Services/*/service*.yaml", "service"),
    ("Services/*/rules*.yaml", "rules"),
    ("Services/*/territory/*.yaml", "territory"),
    ("Services/*/situations/*.yaml", "situation"),
    ("Services/procedures/rules/*.yaml", "rules"),
    ("Services/procedures/*.yaml", "procedure"),
    ("Services/certificates/*.yaml", "certificate"),
    ("Services/messages/*.yaml", "message"),
    ("Services/lists/*.yaml", "list"),
    ("Services/concepts.yaml", "concepts"),
    ("Services/metrics.yaml", "metrics"),
    ("Services/reports.yaml", "reports"),
    ("Services/items.yaml", "items"),
    ("Services/laws.yaml", "laws"),
    ("Services/documents.yaml", "documents"),
    ("Services/themes.yaml", "themes"),
    ("Services/search.yaml", "search"),
    ("Territory/regions.yaml", "regions"),
    ("Territory/units.yaml", "units"),
    ("Territory/calendars/*.yaml", "calendar"),
]


def kind_of(path):
    """The kind of a file by its place, or None if no file belongs there."""
    return next((kind for pattern, kind in KINDS if path.match(pattern)), None)


def load():
    """Every file as (path, kind, tree), and what could not be read."""
    files, wrong = [], []
    for path in sorted([*HOUSE.glob("Services/**/*.yaml"), *HOUSE.glob("Territory/**/*.yaml")]):
        place = path.relative_to(HOUSE)
        kind = kind_of(place)
        if kind is None:
            wrong.append(f"{place}: no file of this name belongs here")
            continue
        try:
            files.append((str(place), kind, tree.read(path.read_text(encoding="utf-8"))))
        except tree.BadTree as error:
            wrong.append(f"{place}: {error}")
    return files, wrong


def schemas():
    """kind -> schema, each itself checked."""
    result = {}
    for path in sorted(HOUSE.glob("Schemas/*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        tree.jsonschema.Draft202012Validator.check_schema(schema)
        result[path.name.removesuffix(".schema.json")] = schema
    return result


def damages(content):
    """Copies of a file, each with one fault: a key taken away, a key added, a text replaced by a list."""
    first = next(iter(content))
    lost = copy.deepcopy(content)
    del lost[first]
    yield f"without `{first}`", lost
    yield "with an unknown key", {**copy.deepcopy(content), "unknown-key": "x"}
    yield f"with a list as `{first}`", {**copy.deepcopy(content), first: [["x"]]}


def self_test(files, kinds):
    """What is not refused although it is damaged."""
    missed = []
    for kind, schema in kinds.items():
        place, content = next((place, content) for place, of, content in files if of == kind)
        for fault, damaged in damages(content):
            if not tree.problems(damaged, schema):
                missed.append(f"{place} {fault} is not refused by {kind}.schema.json")
    for fault, text in (("an anchor", "a: &x 1"), ("a tag", "a: !!str 1"), ("a duplicate key", "a: 1\na: 2")):
        try:
            tree.read(text)
            missed.append(f"{fault} is read")
        except tree.BadTree:
            pass
    for fault, damaged in crosschecks.damaged(files):
        if not crosschecks.problems(damaged, HOUSE):
            missed.append(f"the cross-checks let through: {fault}")
    return missed


def main():
    files, wrong = load()
    kinds = schemas()
    for place, kind, content in files:
        wrong += [f"{place}: {problem}" for problem in tree.problems(content, kinds[kind])]
    if not wrong:
        wrong += crosschecks.problems(files, HOUSE)
    if "--self-test" in sys.argv and not wrong:
        wrong += self_test(files, kinds)
    for line in wrong:
        print(line)
    for kind in kinds:
        print(f"{sum(of == kind for _, of, _ in files):4} {kind}")
    print(f"{len(files):4} files, {len(wrong)} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
