"""How often a clause's subject is right, on sentences whose subjects people wrote down.

    python benchmarks/story_subjects.py [--verbose]

Labels stand in `benchmarks/story/subjects.jsonl`, written by reading, before the grammar was
measured on them: for a sentence, verbs as they stand there and who does them; `-` for things, for
people of no part, and where no reader could say. A verb that the grammar does not find counts as
wrong.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.line import Line

sys.path.insert(0, str(Path(__file__).parent))
from story_texts import read

ROOT = Path(__file__).resolve().parents[1]


def named(story: Story, label: str) -> set[str]:
    """The keys that a label means."""
    return {story.cast.key_of(one) or one for one in label.split("+")} - {"-"}


def subjects(story: Story, line: Line, verb: str) -> set[str] | None:
    """Who a clause says does a verb; `None` where no clause has it."""
    at = line.sentence.told.find(verb)
    own = [one for one in line.clauses if one.verb_at <= at < one.verb_at + 24]
    exact = [one for one in own if one.verb_at == at] or own
    return {story.kin.get(key, key) for key in exact[0].subjects} if exact else None


def main() -> int:
    """Prints right subjects of labelled ones, per language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="each wrong subject")
    asked = parser.parse_args()
    stories: dict[str, Story] = {}
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text in (ROOT / "benchmarks/story/subjects.jsonl").read_text("utf-8").splitlines():
        row = json.loads(text)
        folder = row["manuscript"]
        story = stories.setdefault(folder, Story(read(ROOT / folder)))
        line = next(
            one
            for one in story.lines
            if one.sentence.chapter.name == row["chapter"]
            and " ".join(one.sentence.text.split()).startswith(row["opening"])
        )
        for verb, label in row["verbs"]:
            found = subjects(story, line, verb)
            meant = named(story, label)
            total[row["language"]] += 1
            fits = found is not None and (found == meant or (not meant and not _people(found)))
            right[row["language"]] += fits
            if asked.verbose and not fits:
                print(f"{row['opening']!r} {verb}: {label}, found {found}")
    for language, count in total.items():
        print(f"subjects {language}: {right[language]}/{count} = {right[language] / count:.3f}")
    return 0


def _people(found: set[str]) -> bool:
    """Whether somebody with a part in the story is among them."""
    return any(not one.startswith("(") for one in found)


if __name__ == "__main__":
    sys.exit(main())
