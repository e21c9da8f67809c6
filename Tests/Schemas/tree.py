"""YAML as a tree of text: maps, lists and strings; a plain `null` is None. Nothing else is guessed.

Types come from the schema (`typed`), so that a date, a code or a number that is meant as text stays text.
"""

import re

import jsonschema
import yaml
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent


class BadTree(Exception):
    """The file is no plain tree: an anchor, a tag, a duplicate key or broken YAML."""


def read(text):
    """The tree of one file."""
    try:
        refuse_fancy(text)
        return build(yaml.compose(text, Loader=yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise BadTree(str(error)) from error


def refuse_fancy(text):
    """Anchors, aliases and tags are refused wherever they stand."""
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise BadTree(f"line {line}: an anchor or alias")
        if isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)) and event.tag:
            raise BadTree(f"line {line}: a tag")


def build(node):
    """One node; only the plain word `null` and an empty plain value are absent."""
    if isinstance(node, yaml.MappingNode):
        result = {}
        for key, value in node.value:
            if key.value in result:
                raise BadTree(f"line {key.start_mark.line + 1}: `{key.value}` stands twice")
            result[key.value] = build(value)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [build(each) for each in node.value]
    return None if node.style is None and node.value in ("null", "") else node.value


def typed(value, schema, root):
    """The value with the types that the schema wants; what does not fit stays text and fails later."""
    if "$ref" in schema:
        return typed(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root)
    for branch in schema.get("oneOf", []):
        candidate = typed(value, branch, root)
        if valid(candidate, branch, root):
            return candidate
    for branch in schema.get("allOf", []):
        if "if" not in branch:
            value = typed(value, branch, root)
    if isinstance(value, dict):
        return {key: typed(each, member(schema, key), root) for key, each in value.items()}
    if isinstance(value, list):
        return [typed(each, schema.get("items", {}), root) for each in value]
    return scalar(value, schema)


def member(schema, key):
    """The schema of one entry of a map."""
    if key in schema.get("properties", {}):
        return schema["properties"][key]
    for pattern, each in schema.get("patternProperties", {}).items():
        if re.search(pattern, key):
            return each
    rest = schema.get("additionalProperties", {})
    return rest if isinstance(rest, dict) else {}


def scalar(value, schema):
    """Text becomes a number or a truth value only where the schema asks for one."""
    wanted = schema.get("type", "boolean" if schema.get("const") is True else "string")
    if not isinstance(value, str) or isinstance(wanted, list):
        return value
    if wanted == "boolean" and value in ("true", "false"):
        return value == "true"
    if wanted == "integer" and re.fullmatch(r"-?[0-9]+", value):
        return int(value)
    if wanted == "number" and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return float(value) if "." in value else int(value)
    return value


def valid(value, schema, root):
    """Whether the typed value fits this part of the schema."""
    part = {**schema, "$defs": root.get("$defs", {})}
    return jsonschema.Draft202012Validator(part, format_checker=FORMATS).is_valid(value)


def problems(tree, schema):
    """What the schema says against a tree, one sentence each."""
    validator = jsonschema.Draft202012Validator(schema, format_checker=FORMATS)
    errors = validator.iter_errors(typed(tree, schema, schema))
    return [f"{'.'.join(map(str, error.absolute_path)) or 'top'}: {error.message[:200]}" for error in errors]


FORMATS = jsonschema.Draft202012Validator.FORMAT_CHECKER
