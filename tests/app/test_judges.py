"""What verdicts are remembered by: all that they depend on, and nothing else."""

from pathlib import Path

from groundsmith.app.judges import judge_identity
from groundsmith.settings import GroundsmithSettings

RULES = """\
lists:
  style: [synergy]
"""


def identity(**verify: object) -> object:
    return judge_identity(GroundsmithSettings.model_validate({"verify": verify}))


def test_rules_of_the_policy_judge_no_claim_anew(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(RULES, "utf-8")

    assert identity(policy={"rules": str(rules), "off": ["hate"]}) == identity()
    assert identity(support_threshold=0.9) != identity()


def test_rules_are_known_by_what_they_say_and_not_by_where_they_lie(tmp_path: Path) -> None:
    for name, text in (("a.yaml", RULES), ("b.yaml", RULES), ("c.yaml", RULES + "  x: [y]\n")):
        (tmp_path / name).write_text(text, "utf-8")

    here, there, other = (
        GroundsmithSettings.model_validate(
            {"verify": {"policy": {"rules": str(tmp_path / name)}}}
        ).verify.model_dump_json()
        for name in ("a.yaml", "b.yaml", "c.yaml")
    )

    assert here == there
    assert here != other
