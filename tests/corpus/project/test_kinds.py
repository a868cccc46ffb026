"""A document's kind and project, from its name alone."""

import pytest

from groundsmith.corpus.project.kinds import SourceKind, file_kind, file_of, kind_of, project_of


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("README.md", SourceKind.README),
        ("readme.zh-cn.md", SourceKind.README),
        ("docs/README.md", SourceKind.DOCS),
        ("CHANGELOG.md", SourceKind.DOCS),
        ("LICENSE.md", None),
        ("packages/core/package.json", SourceKind.MANIFEST),
        ("requirements-dev.txt", SourceKind.MANIFEST),
        ("examples/pyproject.toml", None),
        ("docs/requirements.txt", None),
        ("benchmarks/posts/go.mod", None),
        ("examples/run.py", SourceKind.EXAMPLES),
        ("examples/story/chapter.md", None),
        ("examples/story/README.md", SourceKind.EXAMPLES),
        ("src/main.py", None),
        (".github/docs/a.md", None),
        ("vendor/x/docs/a.md", None),
    ],
)
def test_a_file_is_of_the_kind_that_its_path_says(path: str, kind: SourceKind | None) -> None:
    assert file_kind(path) is kind


def test_a_document_s_name_tells_project_file_and_kind() -> None:
    name = "o/r@0123456789ab:docs/a.md"

    assert (project_of(name), file_of(name), kind_of(name)) == ("o/r", "docs/a.md", SourceKind.DOCS)
    assert kind_of("o/r@0123456789ab#commits") is SourceKind.COMMITS
    assert project_of("o/r@0123456789ab#commits") == "o/r"
    assert file_of("o/r@0123456789ab#tree") == "tree"
