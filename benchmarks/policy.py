"""How often the policy rules find what they must, and what they must not.

    python benchmarks/policy.py [--half open|sealed|third|fourth] [--missed]
    GROUNDSMITH_DATA=DIR python benchmarks/policy.py --prose

Recall and false alarms of each rule on its own corpus, and of each category; then every text that
no rule of its own must flag, held to all other rules. Rules are tuned on the open half; the sealed
one has the same author, so it is an upper bound; the third and the fourth, of independent writers,
were scored once and then read, of the fourth only the odd lines (`policy_corpora`).
With `--prose`: findings a megabyte in real texts, each hit shown so that a person can judge it.
"""

import argparse
import json
import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from groundsmith.verify.policy import Policy

CORPORA = Path(__file__).parent / "policy_corpora"
GUIDANCE = Path(__file__).parents[1] / "examples" / "guidance"
HALVES = {
    "open": "rules are tuned on it",
    "sealed": "same author as open, never read while tuning",
    "third": "independent writer, read since 1d7e284",
    "fourth": "independent writer, scored once at 4ad63c4; odd lines then read",
}
READ = ("open", "third")
LEAST_RECALL, MOST_ALARMS = 0.95, 0.01
SHOWN_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One text of a rule's corpus, and which rules flag it."""

    rule: str
    text: str
    flag: bool
    found: frozenset[str]


def scored(policy: Policy, half: str) -> list[Labelled]:
    """Every text of a half with what the rules say of it."""
    return [
        Labelled(
            rule=file.stem,
            text=row["text"],
            flag=row["flag"],
            found=frozenset(each.finding.code for each in policy.check(row["text"])),
        )
        for file in sorted((CORPORA / half).glob("*.jsonl"))
        for row in map(json.loads, file.read_text("utf-8").split("\n")[:-1])
    ]


def line(name: str, texts: list[Labelled]) -> str:
    """Recall and false alarms, each with its counts, and whether both reach their targets."""
    must = [rule.rule in rule.found for rule in texts if rule.flag]
    must_not = [rule.rule in rule.found for rule in texts if not rule.flag]
    recall, alarms = sum(must) / len(must), sum(must_not) / len(must_not)
    reached = "" if recall >= LEAST_RECALL and alarms <= MOST_ALARMS else "  misses the target"
    counts = f"({sum(must)}/{len(must)}, {sum(must_not)}/{len(must_not)})"
    return f"  {name:<26} recall {recall:.3f}  false alarms {alarms:.3f}  {counts}{reached}"


def report(policy: Policy, half: str, *, missed: bool) -> None:
    """Prints one half by rule, by category and as a whole."""
    category = {rule.id: rule.text.category for rule in policy.rules}
    texts = scored(policy, half)
    print(f"{half} half, {HALVES[half]}")
    print(f" target recall >= {LEAST_RECALL}, false alarms <= {MOST_ALARMS}")
    for title, key in (("by rule", None), ("by category", category)):
        groups: defaultdict[str, list[Labelled]] = defaultdict(list)
        for each in texts:
            groups[key[each.rule] if key else each.rule].append(each)
        print(f" {title}")
        for name, group in sorted(groups.items()):
            print(line(name, group))
    print(line("all", texts))
    others = [each for each in texts if not each.flag and each.found - {each.rule}]
    print(f"  must-not-flag texts that another rule flags: {len(others)}")
    if missed:
        for each in texts:
            if (each.rule in each.found) != each.flag:
                print(f"    {'missed' if each.flag else 'alarm ':<7}{each.rule}: {each.text!r}")
        for each in others:
            print(f"    other  {', '.join(each.found - {each.rule})}: {each.text!r}")


def sentences(file: Path) -> str:
    """The sentences of a CoNLL-U file, a line each."""
    lines = file.read_text("utf-8").splitlines()
    return "\n\n".join(each[9:] for each in lines if each.startswith("# text = "))


def prose() -> Iterator[tuple[str, str]]:
    """Real texts by name."""
    yield (
        "guidance",
        "\n\n".join(f.read_text("utf-8", "replace") for f in sorted(GUIDANCE.glob("*.txt"))),
    )
    if folder := os.environ.get("GROUNDSMITH_DATA"):
        yield "GUM", sentences(Path(folder) / "sentences" / "en_gum-ud-test.conllu")
        yield "GSD", sentences(Path(folder) / "sentences" / "id_gsd-ud-test.conllu")


def read_prose(policy: Policy) -> None:
    """Prints findings a megabyte by rule, and every hit with what stands around it."""
    for name, text in prose():
        findings = [each.finding for each in policy.check(text)]
        megabytes = len(text.encode()) / 1e6
        print(f"{name}: {megabytes:.2f} MB, {len(findings)} findings")
        for code, count in Counter(each.code for each in findings).most_common():
            print(f"  {code:<26} {count:>4}  {count / megabytes:7.1f} a MB")
        for each in findings:
            span = each.span
            if span is not None:
                start, stop = max(0, span.start - SHOWN_CHARS), span.stop + SHOWN_CHARS
                found = f"{text[start : span.start]}«{span.of(text)}»{text[span.stop : stop]}"
                print(f"    {each.code}: {' '.join(found.split())}")


def speed(policy: Policy) -> None:
    """Prints how fast each real text is checked on one core, the best of five."""
    for name, text in prose():
        spent: list[float] = []
        for _ in range(5):
            begun = time.process_time()
            policy.check(text)
            spent.append(time.process_time() - begun)
        print(f"speed: {len(text.encode()) / 1e6 / min(spent):.1f} MB/s of {name} on one core")


HOSTILE = (
    *(
        "1 ",
        "a@",
        "1.",
        ":",
        "sk-",
        "eyJaaaaaaaaaa.",
        "ignore   ",
        "grew 3 % ",
        "A1",
        "\n\t",
        "://a",
    ),
    *("\u200b", "\ud800", "password: ", "from 1 to ", "a", "+1", "women are ", "trusted by the "),
    *("you should take ", "-----BEGIN ", "ignore all ", "<|", "kami akan ", '. ""(', "we will "),
    *("dipercaya oleh ribuan ", "i will kill the your family ", "so take your dose insulin "),
    *("he she they should kill him ", "jews are the all like animals ", "google, google and "),
)


def hostile_speed(policy: Policy) -> None:
    """Prints the slowest megabytes that are one short text again and again."""
    spent: list[tuple[float, str]] = []
    for unit in HOSTILE:
        text = unit * (1_000_000 // len(unit))
        begun = time.process_time()
        policy.check(text)
        spent.append((time.process_time() - begun, unit))
    for seconds, unit in sorted(spent, reverse=True)[:5]:
        print(f"hostile: {seconds:.2f} s for a million characters of {unit!r}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument(
        "--missed", action="store_true", help="list what is wrong, where it may be read"
    )
    parser.add_argument("--prose", action="store_true", help="findings in real texts instead")
    chosen = parser.parse_args()
    policy = Policy.load()
    print("command: python benchmarks/policy.py")
    print(f"{policy.name}, {len(policy.rules)} rules, {policy.sha256[:12]}")
    if chosen.prose:
        read_prose(policy)
    else:
        for half in [chosen.half] if chosen.half else HALVES:
            report(policy, half, missed=chosen.missed and half in READ)
    speed(policy)
    hostile_speed(policy)


if __name__ == "__main__":
    main()
