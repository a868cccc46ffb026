"""Hashtags: up to four technologies, then two roles and two communities, no two nearly alike.

Technologies are those that a manifest or the README names; roles come from the audience, and
communities from the style. A model may propose others, and gets those that hold the same rule.
"""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import JaroWinkler

from groundsmith.recipes.post.brief import Brief
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.technologies import is_named, named_in, spelled, stack

TECHNOLOGY_COUNT, ROLE_COUNT, COMMUNITY_COUNT = 4, 2, 2
_NEAR = 0.92
_NO_TAG = re.compile(r"[^\w]+")
_LONGEST = 40


def hashtags(project: Project, brief: Brief, proposed: Sequence[str] = ()) -> tuple[str, ...]:
    """Hashtags without their `#`, at most as many as the platform takes.

    Args:
        proposed: A model's own technologies; what the project does not name is left out.
    """
    technologies = [name for name in proposed if named_in(name) and is_named(name, project)]
    technologies += _of(project)
    wanted = [
        *_apart(map(spelled, technologies), TECHNOLOGY_COUNT),
        *_apart(brief.audience.value.roles, ROLE_COUNT),
        *_apart(brief.style.value.hashtags, COMMUNITY_COUNT),
    ]
    return tuple(_apart(wanted, brief.platform.value.max_hashtags))


def _of(project: Project) -> list[str]:
    """The project's languages, then the best known of what it names."""
    languages = dict.fromkeys(held.language for _, held in project.manifests)
    declared = [name for _, names in stack(project) for name in names if named_in(name)]
    read = [one.name for one in named_in(project.naming)]
    return [*languages, *declared, *read]


def _apart(names: Iterable[str], most: int) -> list[str]:
    """The first `most` of the names as tags, those left out that are nearly one before them."""
    kept: list[str] = []
    for name in names:
        tag = as_tag(name)
        if len(kept) < most and tag and not any(_alike(tag, other) for other in kept):
            kept.append(tag)
    return kept


def as_tag(name: str) -> str:
    """A name as a hashtag, without its `#`; empty where it cannot be one."""
    words = _NO_TAG.sub(" ", name.replace("#", "Sharp").replace("++", "PlusPlus")).split()
    tag = "".join(word[:1].upper() + word[1:] for word in words)
    return tag if 1 < len(tag) <= _LONGEST and not tag.isdigit() else ""


def _alike(one: str, other: str) -> bool:
    first, second = one.lower(), other.lower()
    return first.rstrip("s") == second.rstrip("s") or (
        JaroWinkler.similarity(first, second) >= _NEAR
    )
