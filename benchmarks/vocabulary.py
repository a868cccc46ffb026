"""Makes the vocabulary that JSON-LD is checked against, from a package of a registry.

    npm pack schema-dts@2.1.0 && tar xzf schema-dts-2.1.0.tgz
    .venv/bin/python benchmarks/vocabulary.py package      # writes it; --check only compares

schema-dts declares schema.org's vocabulary, terms that are pending included, in TypeScript: an
interface for each type that has properties of its own, and a union of its subtypes for each type.
Terms that only point to other vocabularies are left out.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/groundsmith/recipes/page/vocabulary/schema_org.json"
_INTERFACE = re.compile(r"^interface (\w+)Base extends ", re.MULTILINE)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<([^<>]*), "\w+">;', re.MULTILINE)
_UNION = re.compile(r"^export type (\w+)(?:<T.*?>)? = (\w[^;{]*|\".*);", re.MULTILINE)
_ARGUMENTS = re.compile(r"<[^<>]*>")
_MEMBER = re.compile(r'"https://schema\.org/(\w+)"')
_WRITTEN = ("string", "number", "boolean")
_FOREIGN = re.compile(r"_org_|_com_|_net_|_info_|_eu_")


def name_of(declared: str) -> str:
    """A term's name: one that begins with a digit is declared with a sign in front."""
    return declared.removeprefix("_")


def types_of(declared: str) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The types that each type is a kind of, and the members of those that are enumerations."""
    above: dict[str, set[str]] = defaultdict(set)
    members: dict[str, set[str]] = {}
    for kind, union in _UNION.findall(declared.replace(" | `${number}`", "")):
        if _FOREIGN.search(kind) or kind.endswith("Leaf") or kind == "WithActionConstraints":
            continue
        above[name_of(kind)] |= set()
        for part in (_ARGUMENTS.sub("", part).strip() for part in union.split("|")):
            is_type = part.isidentifier() and part not in _WRITTEN and not _FOREIGN.search(part)
            if is_type and not part.endswith("Leaf"):
                above[name_of(part)].add(name_of(kind))
        if found := set(_MEMBER.findall(union)):
            members[name_of(kind)] = found
    return above, members


def properties_of(declared: str) -> dict[str, tuple[set[str], set[str]]]:
    """The types that have each property, and the types that its value may be of."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for match in _INTERFACE.finditer(declared):
        if _FOREIGN.search(match[1]):
            continue
        body = declared[match.start() : declared.index("\n}", match.start())]
        for name, wanted in _PROPERTY.findall(body):
            domains, ranges = found[name]
            domains.add(name_of(match[1]))
            parts = {name_of(part) for part in wanted.split(" | ") if not _FOREIGN.search(part)}
            ranges |= parts - {"IdReference"}
    return found


def vocabulary(declared: str, source: str) -> str:
    """The vocabulary as a JSON text, a term a line."""
    above, members = types_of(declared)
    terms: dict[str, dict[str, object]] = {
        "types": {kind: sorted(above[kind]) for kind in sorted(above)},
        "members": {kind: sorted(held) for kind, held in sorted(members.items())},
        "properties": {
            name: {"domains": sorted(domains), "ranges": sorted(ranges)}
            for name, (domains, ranges) in sorted(properties_of(declared).items())
        },
    }
    lines = [f'"source": {json.dumps(source)}']
    for part, held in terms.items():
        inner = ",\n".join(f"    {json.dumps(key)}: {json.dumps(of)}" for key, of in held.items())
        lines.append(f'"{part}": {{\n{inner}\n  }}')
    return "{\n  " + ",\n  ".join(lines) + "\n}\n"


def main() -> int:
    """Writes the vocabulary, or says whether it is what the package holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="the unpacked npm package")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    version = json.loads((asked.package / "package.json").read_text("utf-8"))["version"]
    source = (
        f"schema.org's vocabulary (https://schema.org, CC BY-SA 3.0) as npm's schema-dts {version} "
        "declares it; made by benchmarks/vocabulary.py"
    )
    text = vocabulary((asked.package / "dist/schema.d.ts").read_text("utf-8"), source)
    if asked.check:
        same = TARGET.read_text("utf-8") == text
        print("the same" if same else "differs")
        return int(not same)
    TARGET.write_text(text, "utf-8")
    made = json.loads(text)
    print({part: len(made[part]) for part in ("types", "members", "properties")}, len(text))
    return 0


if __name__ == "__main__":
    sys.exit(main())
