"""Makes a post as short as its platform wants it, whole sentences at a time."""

from groundsmith.recipes.post.content import Origin, Part, Post, Sentence

_GIVEN_UP = (Part.STORY, Part.IMPACT, Part.TECH_STACK, Part.CALL_TO_ACTION)
"""Where sentences are left out, in this order; each keeps one until all others have given."""


def published(post: Post) -> str:
    """The post with its hashtags, as it goes out."""
    tags = " ".join(f"#{tag}" for tag in post.hashtags)
    return "\n\n".join(filter(None, (post.text, tags)))


def fitted(post: Post, max_chars: int) -> Post:
    """The post with sentences left out until it fits; its hook stays, whatever its length."""
    for least in (1, 0):
        for part in _GIVEN_UP:
            while len(published(post)) > max_chars and _telling(post, part) > least:
                post = _without_last(post, part)
    return post


def tidied(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Sentences without connecting text that would stand before nothing."""
    if all(one.origin is Origin.NEUTRAL and one.text.endswith(":") for one in sentences):
        return ()
    return sentences


def _telling(post: Post, part: Part) -> int:
    """How many sentences of a part there are to leave out."""
    held = post.sections.get(part, ())
    return sum(not one.text.endswith(":") for one in held)


def _without_last(post: Post, part: Part) -> Post:
    held = post.sections[part]
    last = max(at for at, one in enumerate(held) if not one.text.endswith(":"))
    return post.with_part(part, tidied((*held[:last], *held[last + 1 :])))
