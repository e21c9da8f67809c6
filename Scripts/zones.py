#!/usr/bin/env python3
"""Writes the table of time zones of the room Rules from the compiled tz database of this machine.

    Scripts/zones.py            writes Sources/Rules/Facts/ZoneTable*.swift

The test `ZoneRulesTests` compares the table with the database again, hour by hour around every change.
"""
import struct
import textwrap
import zoneinfo

FOLDER = "/usr/share/zoneinfo/"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number):
    text = ""
    while True:
        text, number = DIGITS[number % 36] + text, number // 36
        if number == 0:
            return text


def read(name):
    """Changes since 1970 as (second, offset), the offset at the start of 1970, the rule that follows."""
    data = open(FOLDER + name, "rb").read()
    head = lambda at: struct.unpack(">4sc15x6l", data[at:at + 44])[2:]
    utc, standard, leaps, times, types, letters = head(0)
    at = 44 + times * 5 + types * 6 + letters + leaps * 8 + standard + utc
    utc, standard, leaps, times, types, letters = head(at)
    at += 44
    moments = struct.unpack(">%dq" % times, data[at:at + 8 * times])
    kinds = data[at + 8 * times:at + 9 * times]
    at += 9 * times
    offsets = [struct.unpack(">lBB", data[at + 6 * i:at + 6 * i + 6])[0] for i in range(types)]
    at += types * 6 + letters + leaps * 12 + standard + utc
    rule = data[at + 1:].split(b"\n")[0].decode()
    first, changes = offsets[0], []
    for moment, kind in zip(moments, kinds):
        offset = offsets[kind]
        if moment < 0:
            first = offset
        elif offset != (changes[-1][1] if changes else first):
            changes.append((moment, offset))
    return first, changes, rule


def yearly(rule, changes):
    """How many changes at the end repeat from year to year up to 2037, and so follow from the rule."""
    if "," not in rule:
        return 0
    zone = zoneinfo.ZoneInfo.from_file(__import__("io").BytesIO(footer_only(rule)))
    import datetime
    count, later = 0, None
    for moment, offset in reversed(changes):
        # A year without a change is no year of the rule.
        if later and later - moment > 300 * 86400:
            break
        later = moment
        at = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc)
        before = (at - datetime.timedelta(seconds=1)).astimezone(zone).utcoffset().total_seconds()
        if at.astimezone(zone).utcoffset().total_seconds() != offset or before == offset:
            break
        count += 1
    return max(0, count - 1)  # The first of them is kept: it says from when on the rule counts.


def footer_only(rule):
    head = lambda version: struct.pack(">4sc15x6l", b"TZif", version, 0, 0, 0, 0, 1, 4)
    body = struct.pack(">lBB", 0, 0, 0) + b"UTC\0"
    return head(b"2") + body + head(b"2") + body + b"\n" + rule.encode() + b"\n"


def record(names, first, changes, rule):
    offsets, text, last = [], "", 0
    for moment, offset in changes:
        if offset not in offsets:
            offsets.append(offset)
        delta = moment - last
        text += (base36(delta // 900) if delta % 900 == 0 else "~" + base36(delta)) + chr(65 + offsets.index(offset))
        last = moment
    known = ",".join(str(offset) for offset in offsets)
    return ";".join([" ".join(names), str(first), known, text, rule])


def main():
    version = open(FOLDER + "tzdata.zi").readline().split()[-1]
    groups = {}
    for name in sorted(zoneinfo.available_timezones()):
        if name in ("localtime", "posixrules", "Factory") or name.startswith(("posix/", "right/")):
            continue
        first, changes, rule = read(name)
        kept = changes[:len(changes) - yearly(rule, changes)]
        groups.setdefault((first, tuple(kept), rule), []).append(name)
    records = [record(names, *key) for key, names in groups.items()]
    total, half = sum(map(len, records)), 0
    parts = [[], []]
    for text in records:
        parts[0 if half < total / 2 else 1].append(text)
        half += len(text)
    for number, (part, name) in enumerate(zip(parts, ["ZoneTable", "ZoneTableContinued"])):
        text = "|".join(part)
        # A line must not end in a blank, nor begin with one.
        lines = [text[at:at + 110] for at in range(0, len(text), 110)]
        with open("Sources/Rules/Facts/%s.swift" % name, "w", encoding="utf-8") as out:
            out.write("/// Part %d of the tz database, version %s (public domain), from 1970 on; written by `Scripts/zones.py`.\n"
                      % (number + 1, version))
            out.write("///\n/// A record is: names; offset at the start of 1970; offsets; changes; rule of later years. A change is the time\n"
                      "/// since the one before, in quarters of an hour (after `~`: seconds) to base 36, and the letter of its offset.\n")
            out.write("enum %s {\n    static let text = #\"\"\"\n" % name)
            out.write("\n".join("        " + line + "\\#" for line in lines))
            out.write("\n        \"\"\"#\n}\n")


if __name__ == "__main__":
    main()
