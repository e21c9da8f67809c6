"""What no schema can say: names that must exist elsewhere, units, regions, calendars."""

import copy
import re
from datetime import date, timedelta

import situations
from situations import fields, maps

# Weekdays off and workdays of each year, workdays of each month of 2026: counted by two other programs.
YEARS = {
    2019: (17, 250), 2020: (19, 249), 2021: (18, 250), 2022: (18, 249),
    2023: (18, 249), 2024: (19, 251), 2025: (18, 248), 2026: (19, 248),
}
MONTHS_2026 = [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]
DEPTHS = {"city": 1, "district": 2, "township": 3}
TYPES = {
    "行政许可": "01", "行政给付": "05", "行政确认": "07", "行政奖励": "08", "行政裁决": "09",
    "其他行政权力": "10", "公共服务": "20", "一件事": "20",
}


class Data:
    """The files by kind and id."""

    def __init__(self, files):
        self.files = files
        self.services = {place.split("/")[1]: tree for place, kind, tree in files if kind == "service"}
        self.procedures = {tree["procedure"]: tree for _, kind, tree in files if kind == "procedure"}
        self.certificates = {tree["certificate"] for _, kind, tree in files if kind == "certificate"}
        self.messages = {tree["message"] for _, kind, tree in files if kind == "message"}
        self.lists = {tree["list"] for _, kind, tree in files if kind == "list"}
        self.rules = {place: tree["tables"] for place, kind, tree in files if kind == "rules"}
        for kind in ("concepts", "items", "laws", "documents", "regions", "units"):
            setattr(self, kind, next(tree[kind] for _, of, tree in files if of == kind))
        self.in_each = next(tree.get("in_each", {}) for _, of, tree in files if of == "units")
        self.units = {**units_in_each(self.in_each, self.regions), **self.units}

    def each(self, kind):
        return [(place, tree) for place, of, tree in self.files if of == kind]


def units_in_each(groups, regions):
    """The units that every region directly below another has, each as long as its region is there."""
    made = {}
    for above, group in groups.items():
        for name, region in regions.items():
            for key, unit in group["units"].items() if region["parent"] == above else ():
                begins = max(unit["from"], region["from"])
                until = min(unit.get("until") or "9999-12-31", region["until"] or "9999-12-31")
                if begins <= until:
                    parent = unit.get("parent") and f"{name}-{unit['parent']}"
                    made[f"{name}-{key}"] = {
                        "name": unit["name"], "region": name, "parent": parent, "from": begins,
                        "until": None if until == "9999-12-31" else until,
                        "successor": region["successor"] and f"{region['successor']}-{key}",
                    }
    return made


def problems(files, house):
    """Every cross-check, one sentence per problem."""
    data = Data(files)
    found = []
    checks = (citations, services, procedures, certificates, regions, units, unit_names, calendars, lists, messages,
              reports)
    for check in checks:
        found += check(data)
    for place, tree in data.each("situation"):
        found += [f"{place}: {each}" for each in situations.problems(data, place, tree)]
    for service in data.services:
        for language in ("zh", "en"):
            if not (house / "Services" / service / "texts" / f"guide.{language}.md").is_file():
                found.append(f"Services/{service}: texts/guide.{language}.md is missing")
    return found



def citations(data):
    """An act or document that is cited must be registered."""
    for place, kind, tree in data.files:
        if kind in ("laws", "documents"):
            continue
        for each in maps(tree):
            law, policy = each.get("law"), each.get("policy")
            if isinstance(law, str) and law not in data.laws:
                yield f"{place}: {law} is not in laws.yaml"
            if isinstance(policy, str) and policy not in data.documents:
                yield f"{place}: {policy} is not in documents.yaml"
    for number, document in data.documents.items():
        if number != document["number"]:
            yield f"Services/documents.yaml: {number} is registered as {document['number']}"


def services(data):
    """A service's own references: folder, item, procedure, concepts, certificates, members."""
    for folder, service in data.services.items():
        place = f"Services/{folder}/service.yaml"
        if service["service"] != folder:
            yield f"{place}: the folder is {folder}, the service {service['service']}"
        item = data.items.get(service["item"])
        if item is None:
            yield f"{place}: item {service['item']} is not in items.yaml"
        elif service["kind"] == "内部程序":
            if item.get("code"):
                yield f"{place}: an internal procedure is no power, but its item has a code"
        elif item["type"] != TYPES[service["kind"]] or item["code"][2:4] != item["type"]:
            yield f"{place}: {service['kind']} does not fit item {service['item']}"
        if service["procedure"] not in data.procedures:
            yield f"{place}: no procedure {service['procedure']}"
        for member in service.get("members", {}).values():
            if member["service"] not in data.services:
                yield f"{place}: member {member['service']} does not exist"
        own = fields(service)
        for name, field in own.items():
            if not field.get("ask") and name not in data.concepts:
                yield f"{place}: {name} is neither a concept nor asked"
        for name in own:
            if any(other.startswith(name + ".") for other in [*own, *data.concepts]):
                yield f"{place}: {name} is both a leaf and a prefix"
        for kind in certificates_named(service):
            if kind not in data.certificates:
                yield f"{place}: no certificate {kind}"



def certificates_named(service):
    """Kinds of certificates that a service takes or issues."""
    plans = [service, *service.get("variants", {}).values()]
    for plan in plans:
        yield from (need["certificate"] for need in plan.get("evidence", {}).values() if "certificate" in need)
        issued = plan.get("outcome", {}).get("certificate")
        if issued:
            yield issued


def procedures(data):
    """Stages, events, notices and lists that a procedure names must exist."""
    for name, procedure in data.procedures.items():
        place = f"Services/procedures/{name}.yaml"
        events = {each["event"] for each in maps(procedure) if isinstance(each.get("event"), str)}
        for each in maps(procedure):
            notice, stage = each.get("notice"), each.get("to")
            if isinstance(notice, str) and notice not in data.messages:
                yield f"{place}: no message {notice}"
            if isinstance(stage, str) and "event" in each and stage not in procedure["stages"]:
                yield f"{place}: no stage {stage}"
            for kind in each.get("gives", {}).values() if isinstance(each.get("gives"), dict) else []:
                if "choice " in kind and kind.rsplit(" ", 1)[1] not in data.lists:
                    yield f"{place}: no list for `{kind}`"
        for clock in [*procedure["clocks"].values(), *procedure.get("obligations", {}).values()]:
            named = [*clock.get("starts", []), *clock.get("ends", []), *clock.get("kept_by", [])]
            yield from (f"{place}: nothing gives the event {event}" for event in named if event not in events)
        if procedure["main_clock"] not in procedure["clocks"]:
            yield f"{place}: no clock {procedure['main_clock']}"


def certificates(data):
    """What a certificate shows is in the dictionary."""
    for place, tree in data.each("certificate"):
        for concept in [*tree["fields"], tree["number"]["concept"]]:
            if concept not in data.concepts:
                yield f"{place}: no concept {concept}"
        for concept in [*tree["layout"]["order"], *tree.get("many", [])]:
            if concept not in tree["fields"]:
                yield f"{place}: {concept} is no field of it"
        if not place.endswith(f"/{tree['certificate']}.yaml"):
            yield f"{place}: the file is not named as the certificate"


def regions(data):
    """Parents and successors exist; a code means one place on one day."""
    spans = {}
    for name, region in data.regions.items():
        for key in ("parent", "successor"):
            if region[key] is not None and region[key] not in data.regions:
                yield f"Territory/regions.yaml: {name}: no region {region[key]}"
        if (region["until"] is None) == (region["successor"] is not None):
            yield f"Territory/regions.yaml: {name}: a region has a successor when it has ended, and only then"
        for code in region["codes"]:
            spans.setdefault(code["code"], []).append((code["from"], code["until"] or "9999-12-31", name))
    for code, held in spans.items():
        held.sort()
        for (_, until, first), (begins, _, second) in zip(held, held[1:]):
            if begins <= until:
                yield f"Territory/regions.yaml: {code} is {first} and {second} at once"
    today = [name for name, region in data.regions.items() if region["parent"] == "chongqing" and not region["until"]]
    if sum(bool(data.regions[name]["codes"]) for name in today) != 37:
        yield "Territory/regions.yaml: 重庆 has 37 districts and counties since 2025-11-06"


def units(data):
    """Regions, parents and successors exist; a name is one unit of a region."""
    seen = {}
    for above, group in data.in_each.items():
        if above not in {region["parent"] for region in data.regions.values()}:
            yield f"Territory/units.yaml: no region lies below {above}"
        for name, unit in group["units"].items():
            if unit.get("parent") and unit["parent"] not in group["units"]:
                yield f"Territory/units.yaml: {name}: no unit {unit['parent']}"
    for name, unit in data.units.items():
        place = f"Territory/units.yaml: {name}"
        if unit["region"] not in data.regions:
            yield f"{place}: no region {unit['region']}"
        for key in ("parent", "successor"):
            if unit[key] is not None and unit[key] not in data.units:
                yield f"{place}: no unit {unit[key]}"
            elif key == "parent" and unit[key] and data.units[unit[key]]["region"] != unit["region"]:
                yield f"{place}: its parent is of another region"
        other = seen.setdefault((unit["region"], unit["name"]), name)
        if other != name:
            yield f"{place}: {unit['name']} is also {other}"


def unit_names(data):
    """`authority` and `unit` of a service are one unit of each deciding region, layers included."""
    layers = {(tree["overrides"], tree["region"]): tree["set"] for _, tree in data.each("territory")}
    for folder, service in data.services.items():
        for region in deciding(data, service["level"]):
            resolved = merged(service, layers.get((folder, region), {}))
            named = {resolved["authority"], resolved["contact"]["unit"]}
            named |= {task["unit"] for task in resolved.get("tasks", {}).values() if isinstance(task.get("unit"), str)}
            for name in sorted(named):
                if resolve(data, name, region, resolved["authority"]) is None:
                    yield f"Services/{folder}/service.yaml: {name} is not one unit of {region}"


def deciding(data, level):
    """The regions of today that decide services of a level."""
    return [name for name in {unit["region"] for unit in data.units.values()}
            if depth(data, name) == DEPTHS[level] and not data.regions[name]["until"]]


def depth(data, region):
    """How many regions lie from the top down to this one, both counted."""
    parent = data.regions[region]["parent"]
    return 1 if parent is None else 1 + depth(data, parent)


def merged(base, layer):
    """A layer over a tree: maps by key, all else replaced."""
    if not isinstance(base, dict) or not isinstance(layer, dict):
        return layer
    return {**base, **{key: merged(base.get(key), each) for key, each in layer.items()}}


def resolve(data, name, region, authority):
    """The one unit of that name in the region, the authority's own sub-units first; None for none or two."""
    here = {key: unit for key, unit in data.units.items() if unit["region"] == region and unit["name"] == name}
    under = [key for key in here if authority in ancestors(data, key)]
    found = under or list(here)
    return found[0] if len(found) == 1 else None


def ancestors(data, key):
    """Names of the units above one."""
    names, parent = [], data.units[key]["parent"]
    while parent in data.units:
        names.append(data.units[parent]["name"])
        parent = data.units[parent]["parent"]
    return names


def calendars(data):
    """Exceptions only, and the counts of each year."""
    found = {}
    for place, tree in data.each("calendar"):
        year = int(re.search(r"([0-9]{4})\.yaml$", place)[1])
        off = {date.fromisoformat(day) for day in tree["off"]}
        work = {date.fromisoformat(day) for day in tree["work"]}
        if any(day.year != year for day in off | work) or off & work:
            yield f"{place}: a day of another year, or a day both off and worked"
        if any(day.weekday() < 5 for day in work):
            yield f"{place}: a make-up workday is a Saturday or Sunday"
        day, months = date(year, 1, 1), [0] * 12
        while day.year == year:
            months[day.month - 1] += day not in off and (day in work or day.weekday() < 5)
            day += timedelta(days=1)
        found[year] = (sum(each.weekday() < 5 for each in off), sum(months))
        if year in YEARS and found[year] != YEARS[year]:
            yield f"{place}: {found[year]} weekdays off and workdays, {YEARS[year]} are right"
        if year == 2026 and months != MONTHS_2026:
            yield f"{place}: workdays by month {months}"
    yield from (f"Territory/calendars/{year}.yaml is missing" for year in YEARS if year not in found)


def lists(data):
    """Columns, keys and what a list points to."""
    for place, tree in data.each("list"):
        keys = [entry.get("key") or entry.get("service") or entry.get("name") for entry in tree["entries"]]
        if len(set(keys)) != len(keys):
            yield f"{place}: a key stands twice"
        for entry in tree["entries"]:
            if set(entry) != set(tree["columns"]):
                yield f"{place}: columns {sorted(tree['columns'])}, entry {sorted(entry)}"
            if "service" in entry and entry["service"] not in data.services:
                yield f"{place}: no service {entry['service']}"
            for region in entry.get("from_regions", []):
                if region not in data.regions:
                    yield f"{place}: no region {region}"
    for place, tree in data.each("metrics"):
        for name, metric in tree["metrics"].items():
            kind, _, subject = metric.get("what", "").partition(" ")
            known = {"", *data.procedures, *data.services}
            if kind == "case" and subject not in known or kind == "list" and subject not in data.lists:
                yield f"{place}: {name}: no {metric['what']}"


def reports(data):
    """What reports, rankings and indexes name exists, and weights sum to 100."""
    metrics = {name: metric for _, tree in data.each("metrics") for name, metric in tree["metrics"].items()}
    for place, tree in data.each("reports"):
        named = [(metric, index) for index, one in tree["indexes"].items() for metric in one["parts"]]
        for name, index in tree["indexes"].items():
            weights = sum(int(part["weight"]) for part in index["parts"].values())
            if weights != 100:
                yield f"{place}: {name}: weights of {weights}"
        for name, ranking in tree["rankings"].items():
            named.append((ranking["counted"], name))
            if ranking["index"] not in tree["indexes"]:
                yield f"{place}: {name}: no index {ranking['index']}"
            parts = tree["indexes"].get(ranking["index"], {"parts": {}})["parts"]
            for metric in {ranking["counted"], *parts} & set(metrics):
                if ranking["of"] not in metrics[metric].get("by", []):
                    yield f"{place}: {name}: {metric} is not taken apart by {ranking['of']}"
        for name, report in tree["reports"].items():
            for part in report["parts"]:
                named += [(metric, name) for metric in part.get("measures", [])]
                for key, known in (("ranking", tree["rankings"]), ("index", tree["indexes"])):
                    if part.get(key, None) not in {None, *known}:
                        yield f"{place}: {name}: no {key} {part[key]}"
        for metric, where in named:
            if metric not in metrics:
                yield f"{place}: {where}: no metric {metric}"


TEXT_NAMES = {
    "applicant", "service", "case", "outcome", "outcome_name", "unit", "contact", "reasons", "articles", "missing",
    "appeal", "said", "happened", "clocks", "today", "owed", "commitment", "promised_evidence",
    "deed",
}


def read_by(text):
    """Names that a message text reads, quoted texts and loop variables left out."""
    names, loops = set(), set()
    for expression in re.findall(r"\{(?:if |for )?([^{}:]+)", text):
        loop = re.match(r"([a-z_]+) in (.+)", expression)
        if loop:
            loops.add(loop[1])
            expression = loop[2]
        # A name before a bracket is a function's.
        names |= set(re.findall(r"\b[a-z][a-z0-9_.]*\b(?!\()", re.sub(r'"[^"]*"', "", expression)))
    return {name for name in names if name.split(".")[0] not in loops}


def messages(data):
    """Names in a text exist, and what must be said is said in both languages."""
    facts = {fact for procedure in data.procedures.values() for fact in procedure["opens"].get("gives", {})}
    for place, tree in data.each("message"):
        for language, text in tree["text"].items():
            names = read_by(text)
            for name in sorted(names):
                if name.split(".")[0] not in TEXT_NAMES and name not in facts:
                    yield f"{place}: {language}: a text may not read {name}"
            for must in tree["must_say"]:
                needed = must.removesuffix(".zh") + ".en" if must.endswith(".zh") and language == "en" else must
                if not any(name == needed or name.startswith(needed + ".") for name in names):
                    yield f"{place}: {language}: {needed} is not said"


def damaged(files):
    """Copies of all files, each with one fault that only a cross-check can find."""
    def with_fault(kind, part, change):
        copied = copy.deepcopy(files)
        change(next(tree for place, of, tree in copied if of == kind and part in place))
        return copied

    food, first = "food-business-licence/service", "small-shop"
    yield "an unknown law", with_fault("service", food, lambda tree: tree.update(basis=[{"law": "无此法"}]))
    yield "an unknown document", with_fault(
        "service", food, lambda tree: tree.update(basis=[{"policy": "无〔2020〕1号"}]))
    yield "an unknown item", with_fault("service", food, lambda tree: tree.update(item="nothing"))
    yield "an unknown authority", with_fault("service", food, lambda tree: tree.update(authority="无此局"))
    yield "an unknown certificate", with_fault(
        "service", food, lambda tree: tree["outcome"].update(certificate="nothing"))
    yield "an unknown fact", with_fault("situation", first, lambda tree: tree.update(given={"nothing": "1"}))
    yield "an unknown task", with_fault(
        "situation", first, lambda tree: tree.update(steps=[{"at": "2026-03-02", "task": "nothing", "result": "x"}]))
    yield "an unknown region", with_fault("situation", first, lambda tree: tree.update(region="nowhere"))
    yield "an unknown event", with_fault(
        "procedure", "licence", lambda tree: tree["clocks"]["accept"].update(ends=["nothing"]))
    yield "an unknown notice", with_fault("procedure", "licence", lambda tree: tree["opens"].update(notice="nothing"))
    yield "a message that does not say what it must", with_fault(
        "message", "decision", lambda tree: tree["must_say"].append("case.result"))
    yield "a weight changed", with_fault(
        "reports", "reports", lambda tree: tree["indexes"]["efficiency"]["parts"]["on-time"].update(weight=31))
    yield "an unknown metric", with_fault(
        "reports", "reports", lambda tree: tree["rankings"]["districts"].update(counted="nothing"))
    yield "a day lost", with_fault("calendar", "2026", lambda tree: tree["off"].pop())
    yield "a weekday as make-up day", with_fault("calendar", "2026", lambda tree: tree["work"].append("2026-03-02"))
    yield "two units of one name", with_fault(
        "units", "units", lambda tree: tree["units"].update(twin=copy.deepcopy(tree["units"]["chongqing-market"])))
    yield "a unit of each district below none", with_fault(
        "units", "units", lambda tree: tree["in_each"]["chongqing"]["units"]["market-food"].update(parent="nothing"))
    yield "a code held twice", with_fault(
        "regions", "regions", lambda tree: tree["regions"]["yuzhong"]["codes"][0].update(code="500101"))
