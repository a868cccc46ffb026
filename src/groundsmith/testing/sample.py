"""A value that fits a JSON Schema, for answers that a structured request will accept."""

from groundsmith.records import Json

_DEEPEST = 16


def sample(schema: Json, text: str, depth: int = 0) -> Json:
    """The plainest value that fits `schema`; every string in it is `text`."""
    return _sample(schema, schema.get("$defs", {}), text, depth)


def _sample(schema: Json, defs: Json, text: str, depth: int) -> Json:
    if depth > _DEEPEST or not isinstance(schema, dict):
        return None
    if "$ref" in schema:
        return _sample(defs.get(schema["$ref"].rsplit("/", 1)[-1], {}), defs, text, depth + 1)
    for chosen in ("const", "default"):
        if chosen in schema:
            return schema[chosen]
    if schema.get("enum"):
        return schema["enum"][0]
    for options in ("anyOf", "oneOf", "allOf"):
        if schema.get(options):
            return _sample(schema[options][0], defs, text, depth + 1)
    return _of_type(schema, defs, text, depth)


def _of_type(schema: Json, defs: Json, text: str, depth: int) -> Json:
    match schema.get("type"):
        case "object":
            fields = schema.get("properties", {})
            return {name: _sample(inner, defs, text, depth + 1) for name, inner in fields.items()}
        case "array":
            count = max(1, schema.get("minItems", 1))
            return [_sample(schema.get("items", {}), defs, text, depth + 1)] * count
        case "integer" | "number":
            return schema.get("minimum", 1)
        case "boolean":
            return True
        case "null":
            return None
        case _:
            return text[: schema.get("maxLength")]
