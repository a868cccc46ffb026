"""The validator of a page's head: title, description, Open Graph, Twitter cards, canonical."""

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from groundsmith.recipes.page.page_file import Fault, PageFile
from groundsmith.recipes.page.validators.registry import validator

_REQUIRED = (
    "description",
    "og:title",
    "og:description",
    "og:type",
    "og:url",
    "twitter:card",
    "twitter:title",
    "twitter:description",
)
_SAME = (
    ("og:description", "description"),
    ("twitter:description", "description"),
    ("og:title", "title"),
    ("twitter:title", "title"),
    ("og:url", "canonical"),
)
_CARDS = frozenset({"summary", "summary_large_image", "app", "player"})


@validator("metatags", min_chars=120, max_chars=170, title_max_chars=100)
def metatags(
    file: PageFile, *, min_chars: int, max_chars: int, title_max_chars: int
) -> Iterator[Fault]:
    """A whole head: each tag once, the description of its length, cards that say what it says."""
    tags, counts = _tags(file.text)
    for name in ("title", "canonical", *_REQUIRED):
        if not tags.get(name):
            yield _fault("tag-missing", f"there is no {name}")
        elif counts[name] > 1:
            yield _fault("tag-twice", f"{name} stands there {counts[name]} times")
    length = len(tags.get("description", ""))
    if not min_chars <= length <= max_chars:
        yield _fault(
            "description-length",
            f"the description has {length} characters, not {min_chars} to {max_chars}",
        )
    if len(tags.get("title", "")) > title_max_chars:
        yield _fault("title-length", f"the title has more than {title_max_chars} characters")
    for one, other in _SAME:
        if tags.get(one) and tags.get(other) and tags[one] != tags[other]:
            yield _fault("tags-differ", f"{one} and {other} say different things")
    if tags.get("canonical") and not tags["canonical"].startswith(("https://", "http://")):
        yield _fault("canonical-relative", f"{tags['canonical']!r} is no absolute address")
    if tags.get("twitter:card") and tags["twitter:card"] not in _CARDS:
        yield _fault("card-unknown", f"{tags['twitter:card']!r} is no kind of card")


def _tags(text: str) -> tuple[dict[str, str], Counter[str]]:
    """Name → content of the tags of a head, and how often each stands there."""
    found: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for node in LexborHTMLParser(text).css("title, meta, link[rel=canonical]"):
        held = node.attributes
        if node.tag == "title":
            name, content = "title", node.text()
        elif node.tag == "link":
            name, content = "canonical", held.get("href") or ""
        else:
            name = held.get("property") or held.get("name") or ""
            content = held.get("content") or ""
        found.setdefault(name, content.strip())
        counts[name] += 1
    return found, counts


def _fault(code: str, message: str) -> Fault:
    return Fault(code=code, message=message, advice="mend the template of the head's tags")
