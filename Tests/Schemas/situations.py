"""Names in situations: whatever a situation asks, does or expects must be defined by its service or procedure."""


def maps(tree):
    """Every map in a tree, the tree itself first."""
    if isinstance(tree, dict):
        yield tree
        for each in tree.values():
            yield from maps(each)
    elif isinstance(tree, list):
        for each in tree:
            yield from maps(each)


def fields(service):
    """Questions and form fields by id."""
    result = dict(service.get("questions", {}))
    for section in service.get("form", []):
        result.update(section["fields"])
    return result


PARTS = ["clocks", "evidence", "tasks", "stages", "actions", "obligations", "children", "members", "variants"]


class Vocabulary:
    """Ids that a situation of one service or procedure may name."""

    def __init__(self, data, folder, tree):
        service = data.services.get(folder, {})
        names = {service["procedure"] if service else tree["procedure"]}
        names |= {each["procedure"] for each in service.get("variants", {}).values() if "procedure" in each}
        members = [data.services[each["service"]] for each in service.get("members", {}).values()]
        names |= {each["procedure"] for each in members}
        plans = [service, *service.get("variants", {}).values(), *members, *(data.procedures[name] for name in names)]
        self.parts = {part: {key for plan in plans for key in plan.get(part, {})} for part in PARTS}
        self.parts["tracks"] = {track for plan in plans for track in plan.get("tracks", ["ordinary"])}
        self.events = {each["event"] for plan in plans for each in maps(plan) if isinstance(each.get("event"), str)}
        results = [task.get("results") or {} for plan in plans for task in plan.get("tasks", {}).values()]
        self.results = {result for each in results for result in each}
        self.tables = set()
        for place, tables in data.rules.items():
            if place.split("/")[1] == folder or any(place.endswith(f"procedures/rules/{name}.yaml") for name in names):
                self.tables |= set(tables)
        self.facts = set(data.concepts)
        for plan in plans:
            self.facts |= set(fields(plan)) | set(plan.get("facts", {}))
            self.facts |= set(plan.get("opens", {}).get("gives", {}))


def problems(data, place, tree):
    """Ids in a situation that nothing defines."""
    words = Vocabulary(data, place.split("/")[1], tree)
    region = tree.get("region", "yuzhong")
    if region not in data.regions:
        yield f"no region {region}"
    if tree.get("track", "ordinary") not in words.parts["tracks"]:
        yield f"track {tree['track']} is not open"
    yield from unknown("fact", tree.get("given", {}), words.facts)
    for key in ("lacks", "defers"):
        yield from unknown("evidence", tree.get(key, []), words.parts["evidence"])
    for step in tree.get("steps") or []:
        yield from unknown("action", step.get("do"), words.parts["actions"])
        yield from unknown("task", step.get("task"), words.parts["tasks"])
        yield from unknown("result", step.get("result"), words.results)
        yield from unknown("evidence", step.get("brings", []), words.parts["evidence"])
        yield from unknown("fact", step.get("learn", {}), words.facts)
        yield from unknown("child", (step.get("child") or "").split(":")[0] or None, children(words))
        yield from expectation(data, step.get("expect", {}), words)
    yield from expectation(data, tree["expect"], words)


def children(words):
    return words.parts["members"] | words.parts["children"]


def expectation(data, expect, words):
    """Ids that an expectation names."""
    parts = words.parts
    yield from unknown("stage", expect.get("stage"), parts["stages"])
    yield from unknown("variant", expect.get("variant"), parts["variants"])
    yield from unknown("clock", expect.get("clocks", {}), parts["clocks"])
    yield from unknown("task", [*expect.get("tasks", []), *expect.get("open_tasks", [])], parts["tasks"])
    yield from unknown("evidence", [*expect.get("evidence", []), *expect.get("materials", [])], parts["evidence"])
    yield from unknown("fact", expect.get("form", []), words.facts)
    yield from unknown("event", expect.get("happened", []), words.events)
    yield from unknown("message", expect.get("notices", []), data.messages)
    yield from unknown("certificate", expect.get("issues", []), data.certificates | {"revocation"})
    yield from unknown("table or fact", expect.get("values", {}), words.tables | words.facts | obligations(words))
    yield from unknown("child", [each.split(":")[0] for each in expect.get("children", {})], children(words))


def obligations(words):
    """What is owed, as an expectation of values names it."""
    return {f"obligations.{name}" for name in words.parts["obligations"]}


def unknown(what, names, known):
    """A sentence for each name that is not known; a single name or None will do."""
    for name in [names] if isinstance(names, str) else names or []:
        if name not in known:
            yield f"no {what} {name}"
