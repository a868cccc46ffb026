"""Right contexts of stories, and wrong ones: whether their quality tells the two apart.

    python benchmarks/story_contexts.py

A story is cut off behind each of its chapters but the last. What is asked are sentences that sum up
the next one, three of them, each an ask of its own. Right is the context that is built for it;
wrong are

- foreign: the right context of another manuscript in the same language;
- shuffled: the words of the right one in random order, dealt out into parts as long as its;
- starved: one paragraph in five of it, at least one, drawn at random, in their order. (One part in
  five would not do: a part is a line of a sheet or a scene of many pages, and may be nearly all.)

AUROC is the chance that a right context scores above a wrong one, over all pairs of a language and
a budget. A budget is what may be shown and answered; short manuscripts do not fill it. Times are
CPU times of building a context with its quality, for 100,000 words that are read already.
"""

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.context.context import Context, ContextBuilder
from groundsmith.recipes.story.context.part import Part
from groundsmith.recipes.story.context.summary import summaries
from groundsmith.recipes.story.cutting.scenes import paragraphs
from groundsmith.recipes.story.manuscript import Manuscript
from story_texts import EXAMPLES, HERE, read, repeated

BUDGETS = (4_000, 8_000, 32_000)
KINDS = ("foreign", "shuffled", "starved")
SETS = ("second", "third")
ASKS_A_CHAPTER = 3
STARVED_TO = 5
SEED = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One ask of one story: who builds its contexts, and the right one for each budget."""

    story: str
    ask: str
    builder: ContextBuilder
    right: dict[int, Context]


def manuscripts(language: str) -> Iterator[tuple[str, Manuscript]]:
    """The manuscripts of a language that have chapters to go on from."""
    yield f"{language} example", read(EXAMPLES / language)
    for half in SETS:
        folder = HERE / "planted" / half / "manuscripts"
        for path in sorted(folder.glob(f"{language}-*")):
            yield path.name, read(path)


def asked(name: str, whole: Manuscript) -> Iterator[Asked]:
    """The asks of a story, with what is told before each."""
    told = summaries(Story(whole))
    for position in range(1, len(whole.chapters)):
        builder = ContextBuilder(Story(replace(whole, chapters=whole.chapters[:position])))
        for place in told.get(position, ())[:ASKS_A_CHAPTER]:
            right = {budget: builder.build(place.quote, budget) for budget in BUDGETS}
            yield Asked(story=name, ask=place.quote, builder=builder, right=right)


def shuffled(parts: Sequence[Part], chance: random.Random) -> list[Part]:
    """The same words in an order that says nothing."""
    words = [word for part in parts for word in part.text.split()]
    chance.shuffle(words)
    made, at = [], 0
    for part in parts:
        length = len(part.text.split())
        made.append(replace(part, text=" ".join(words[at : at + length])))
        at += length
    return made


def starved(parts: Sequence[Part], chance: random.Random) -> list[Part]:
    """The few paragraphs that are left."""
    pieces = [
        replace(part, text=block.of(part.text)) for part in parts for block in paragraphs(part.text)
    ]
    count = max(1, len(pieces) // STARVED_TO)
    return [pieces[at] for at in sorted(chance.sample(range(len(pieces)), count))]


def scores(language: str) -> dict[tuple[str, int], list[float]]:
    """The overall quality of every context, by kind and budget."""
    every = [one for name, whole in manuscripts(language) for one in asked(name, whole)]
    found: dict[tuple[str, int], list[float]] = defaultdict(list)
    for one in every:
        chance = random.Random(f"{SEED} {one.ask}")
        other = chance.choice([o for o in every if o.story != one.story])
        for budget, right in one.right.items():
            contexts = {
                "right": right.parts,
                "foreign": other.right[budget].parts,
                "shuffled": shuffled(right.parts, chance),
                "starved": starved(right.parts, chance),
            }
            for kind, parts in contexts.items():
                overall = one.builder.quality(one.ask, parts, budget).overall
                found[kind, budget].append(overall or 0.0)
    return found


def auroc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The chance that a right one is above a wrong one; half where they are equal."""
    high, low = np.array(right)[:, None], np.array(wrong)[None, :]
    return float(((high > low) + 0.5 * (high == low)).mean())


def contexts() -> None:
    """Prints AUROC by language, budget and kind of wrong context."""
    print(f"\ncontexts  tokens  asks  {'  '.join(f'{kind:>8}' for kind in KINDS)}  right p50")
    for language in ("en", "id"):
        found = scores(language)
        for budget in BUDGETS:
            right = found["right", budget]
            told = "  ".join(f"{auroc(right, found[kind, budget]):>8.3f}" for kind in KINDS)
            print(f"{language:<8} {budget:>7} {len(right):>5}  {told}  {np.median(right):>9.2f}")


def speed(words: int = 100_000) -> None:
    """Prints what a context of so many words holds and how long it takes, its quality included.

    Each of the twenty asks names other people, so that facts are not those of the ask before.
    """
    for language in ("en", "id"):
        story = Story(repeated(read(EXAMPLES / language), words))
        builder, names = ContextBuilder(story), list(story.cast.characters)
        for budget in BUDGETS:
            taken = []
            for turn in range(20):
                ask = " ".join(names[turn % len(names) :][:3])
                start = time.process_time()
                built = builder.build(ask, budget)
                taken.append((time.process_time() - start) * 1000)
            kinds = Counter(part.kind for part in built.parts)
            print(
                f"context {language} {budget}: {built.token_count} tokens, {dict(kinds)}, "
                f"CPU: first {taken[0]:.1f} ms, median {sorted(taken)[10]:.1f} ms"
            )


def main() -> int:
    """Prints both."""
    contexts()
    speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
