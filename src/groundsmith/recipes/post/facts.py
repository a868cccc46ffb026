"""Sentences made of a project's own values: what it is, its tech stack, newest tag, and address.

No model is asked for them, so none can embellish them. The same project gives the same sentences
every time, and that is how they are checked later: by being made again.
"""

from collections.abc import Iterator, Mapping

from groundsmith.corpus.project.kinds import SourceKind, file_of
from groundsmith.recipes.post.content import Origin, Place, Sentence
from groundsmith.recipes.post.project import Project
from groundsmith.recipes.post.technologies import named_in, stack

_WORDINGS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "stack": "Tech stack, as {file} declares it: {names}.",
        "readme": "Named in the README: {names}.",
        "tags": "The newest of its tags is {tag}.",
        "link": "The code: {link}",
    },
    "id": {
        "stack": "Teknologi menurut {file}: {names}.",
        "readme": "Disebut dalam README: {names}.",
        "tags": "Tag terbarunya adalah {tag}.",
        "link": "Kodenya: {link}",
    },
}
_WORDLESS = {"stack": "{file}: {names}", "readme": "{names}", "tags": "{tag}", "link": "{link}"}
_MOST_NAMED = 8
_ABOUT_CHARS = 160


def facts(project: Project, language: str) -> dict[str, tuple[Sentence, ...]]:
    """All sentences of facts under `stack`, `tags`, `link` and `about`; empty where nothing is."""
    said = _WORDINGS.get(language, _WORDLESS)
    return {
        "stack": tuple(_stack(project, said)) or tuple(_named(project, said)),
        "tags": tuple(_tags(project, said)),
        "link": tuple(_link(project, said)),
        "about": tuple(_about(project)),
    }


def _stack(project: Project, said: Mapping[str, str]) -> Iterator[Sentence]:
    languages: set[str] = set()
    manifests = dict(project.manifests)
    for number, names in stack(project):
        held = manifests[number]
        listed = names if held.language in languages else [held.language, *names]
        languages.add(held.language)
        if not listed:
            continue
        places = [place for name in names if (place := project.place(number, name))]
        chunk = project.inputs[number]
        first_line = chunk.text.partition("\n")[0]
        opening = Place(input=number, start=0, stop=len(first_line))
        text = said["stack"].format(file=file_of(chunk.document), names=", ".join(listed))
        yield Sentence(text=text, origin=Origin.FACT, places=tuple(places) or (opening,))


def _named(project: Project, said: Mapping[str, str]) -> Iterator[Sentence]:
    """What the README names, where no manifest declares anything."""
    number = project.first(SourceKind.README)
    if number is None:
        return
    found = {one.name.lower(): one for one in named_in(project.inputs[number].text)}
    named = list(found.values())[:_MOST_NAMED]
    if named:
        places = [Place(input=number, start=one.span.start, stop=one.span.stop) for one in named]
        text = said["readme"].format(names=", ".join(one.name for one in named))
        yield Sentence(text=text, origin=Origin.FACT, places=tuple(places))


def _tags(project: Project, said: Mapping[str, str]) -> Iterator[Sentence]:
    number = project.first(SourceKind.TAGS)
    if number is None:
        return
    newest = project.inputs[number].text.strip().rpartition(": ")[2].partition(", ")[0]
    if newest and (place := project.place(number, newest)):
        yield Sentence(text=said["tags"].format(tag=newest), origin=Origin.FACT, places=(place,))


def _about(project: Project) -> Iterator[Sentence]:
    """The name and what the first manifest says it is, for a README that does not say so."""
    for number, held in project.manifests:
        text = " ".join(held.description.split())
        if text and len(text) <= _ABOUT_CHARS and (place := project.place(number, text)):
            yield Sentence(text=f"{project.name}: {text}", origin=Origin.FACT, places=(place,))
            return


def _link(project: Project, said: Mapping[str, str]) -> Iterator[Sentence]:
    if project.link:
        address, place = project.link
        text = said["link"].format(link=address)
        yield Sentence(text=text, origin=Origin.FACT, places=(place,))
