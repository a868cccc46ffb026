"""Right contexts of judged queries, and what can be wrong with a context.

These definitions stood before the measure was tuned. For one query:

- right: the sentences of its relevant documents, the three of the highest grades at most (then by
  id), document by document in reading order, each sentence a passage;
- foreign: the right context of another query, none of its documents relevant to this one;
- shuffled: the words of the right context in random order, dealt out into passages as long as its;
- reordered: its passages in random order;
- starved: one passage in five of it, at least one, drawn at random, in reading order.

Queries with fewer than three sentences in their right context are left out.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.index.context_quality import Passage
from judged import Judged

MOST_DOCUMENTS = 3
LEAST_PASSAGES = 3
STARVED_TO = 5
SEED = 11
KINDS = ("foreign", "shuffled", "reordered", "starved")
Context = list[Passage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contexts:
    """A query with its right context and the wrong ones by kind."""

    query: str
    right: Context
    wrong: dict[str, Context]


def contexts(collection: Judged) -> Iterator[Contexts]:
    """For each query that has a right context, all of them."""
    texts = {identity: (title, text) for identity, title, text in collection.documents}
    rights = {}
    for query in sorted(collection.queries):
        grades = collection.grades[query]
        best = sorted(
            (each for each in grades if grades[each] > 0 and each in texts),
            key=lambda each: (-grades[each], each),
        )
        right = [p for each in best[:MOST_DOCUMENTS] for p in passages(each, *texts[each])]
        if len(right) >= LEAST_PASSAGES:
            rights[query] = right
    for query, right in rights.items():
        chance = random.Random(f"{SEED} {query}")
        relevant = {each for each, grade in collection.grades[query].items() if grade > 0}
        others = [o for o in rights.values() if relevant.isdisjoint(p.document for p in o)]
        if others:
            wrong = {
                "foreign": chance.choice(others),
                "shuffled": shuffled(right, chance),
                "reordered": reordered(right, chance),
                "starved": starved(right, chance),
            }
            yield Contexts(query=collection.queries[query], right=right, wrong=wrong)


def passages(document: str, title: str, text: str) -> Context:
    """A document's sentences; its title is its first line."""
    whole = f"{title}\n\n{text}" if title and not text.startswith(title) else text
    return [
        Passage(document=document, start=span.start, text=span.of(whole))
        for span in RuleSplitter().split(whole)
    ]


def shuffled(right: Context, chance: random.Random) -> Context:
    """The same words in an order that says nothing."""
    words = [word for each in right for word in each.text.split()]
    chance.shuffle(words)
    made, at = [], 0
    for each in right:
        length = len(each.text.split())
        text = " ".join(words[at : at + length])
        made.append(Passage(document=each.document, start=each.start, text=text))
        at += length
    return made


def reordered(right: Context, chance: random.Random) -> Context:
    """The same passages in another order."""
    while True:
        order = chance.sample(right, len(right))
        if order != right:
            return order


def starved(right: Context, chance: random.Random) -> Context:
    """The few passages that are left."""
    count = max(1, len(right) // STARVED_TO)
    return [right[place] for place in sorted(chance.sample(range(len(right)), count))]
