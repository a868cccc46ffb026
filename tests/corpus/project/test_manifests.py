"""What manifests declare, whatever stands in them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.project.manifests import parsed, place_of


@pytest.mark.parametrize(
    ("path", "text", "language", "dependencies"),
    [
        (
            "pyproject.toml",
            "[project]\nname='a'\ndependencies=['httpx>=1','numpy[x]; python_version<\"4\"']\n"
            "[project.optional-dependencies]\ndev=['ruff']\n",
            "Python",
            ("httpx", "numpy", "ruff"),
        ),
        (
            "pyproject.toml",
            "[tool.poetry]\nname='a'\n[tool.poetry.dependencies]\npython='^3'\nrich='*'\n",
            "Python",
            ("rich",),
        ),
        (
            "setup.cfg",
            "[options]\ninstall_requires =\n  attrs>=1\n  click\n",
            "Python",
            ("attrs", "click"),
        ),
        ("requirements.txt", "# no\n-r x.txt\nDjango==4\n", "Python", ("Django",)),
        ("Pipfile", "[packages]\nflask='*'\n", "Python", ("flask",)),
        (
            "environment.yml",
            "dependencies:\n- python=3\n- numpy=1\n- pip:\n  - x\n",
            "Python",
            ("numpy",),
        ),
        (
            "package.json",
            '{"name":"@o/a","dependencies":{"react":"1"},"devDependencies":{"typescript":"5"}}',
            "JavaScript",
            ("react", "typescript"),
        ),
        ("Cargo.toml", "[package]\nname='a'\n[dependencies]\nserde='1'\n", "Rust", ("serde",)),
        (
            "go.mod",
            "module m.org/a\nrequire (\n\tgithub.com/x/y v1.0.0\n\tg.org/z v1 // indirect\n)\n",
            "Go",
            ("github.com/x/y",),
        ),
        (
            "composer.json",
            '{"require":{"php":">=8","monolog/monolog":"3"}}',
            "PHP",
            ("monolog/monolog",),
        ),
        ("Gemfile", "source 'x'\ngem 'rails', '7'\n", "Ruby", ("rails",)),
        ("pubspec.yaml", "name: a\ndependencies:\n  flutter: x\n  http: 1\n", "Dart", ("http",)),
        (
            "pom.xml",
            "<project><parent><artifactId>p</artifactId></parent><artifactId>a</artifactId>"
            "<dependencies><dependency><artifactId>junit</artifactId></dependency></dependencies>",
            "Java",
            ("junit",),
        ),
    ],
)
def test_a_manifest_declares_its_dependencies_in_order(
    path: str, text: str, language: str, dependencies: tuple[str, ...]
) -> None:
    held = parsed(path, text)

    assert held is not None
    assert (held.language, held.dependencies) == (language, dependencies)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package.json", "[" * 100_000),
        ("package.json", "{"),
        ("pyproject.toml", "a = " + "[" * 5000),
        ("environment.yml", "a: &a [*a"),
        ("setup.cfg", "no section"),
        ("README.md", "x"),
    ],
)
def test_a_manifest_that_cannot_be_parsed_declares_nothing(path: str, text: str) -> None:
    assert parsed(path, text) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=10,
)
_KEYS = ("name", "version", "dependencies", "keywords", "repository", "license", "homepage")


@given(st.dictionaries(st.sampled_from(_KEYS), _JSON))
def test_whatever_a_manifest_holds_its_names_stand_in_it(values: dict[str, object]) -> None:
    text = json.dumps(values, ensure_ascii=False)

    held = parsed("package.json", text)

    assert held is not None
    for name in held.dependencies:
        span = place_of(name, text)
        assert span is None or span.of(text) == name
    assert "\n" not in held.name + held.description + held.license


def test_a_name_is_found_as_a_whole_word_only() -> None:
    text = 'dependencies = ["httpx-extras", "httpx"]'

    span = place_of("httpx", text)

    assert span is not None
    assert span.start == text.rindex("httpx")
