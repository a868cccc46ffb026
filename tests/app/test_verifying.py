"""The library call: how sources are given, where it may be called, what it refuses."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

import groundsmith
from groundsmith.app.checking.verifying import read_sources, read_text, verify
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import InputError, RequestError
from groundsmith.events import Event, SourceSkipped
from groundsmith.records import Verdict
from groundsmith.settings import GroundsmithSettings

FEE = "The visa costs 75 dollars."


def test_the_package_can_be_called_and_stays_a_package() -> None:
    from groundsmith.verify.report import Report

    report = groundsmith.verify(FEE, sources=[FEE])  # type: ignore[operator]  # it can be called

    assert isinstance(report, Report)
    assert report.verdict is Verdict.SUPPORTED
    assert groundsmith.verify.report.Report is Report


def test_both_spellings_give_the_same_report() -> None:
    called = groundsmith.verify(FEE, [FEE, "x"])  # type: ignore[operator]  # it can be called

    assert called == verify(FEE, [FEE, "x"])


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = (
        "import sys, groundsmith\n"
        "print(sorted({'pydantic', 'numpy', 'rapidfuzz', 'groundsmith.verify'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

    assert done.stdout == "[]\n", done.stderr


def test_a_path_is_read_and_a_string_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "fees.md").write_text(f"# Fees\n\n{FEE}\n", "utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "form.html").write_text("<p>The form is free of charge.</p>", "utf-8")

    report = verify(
        f"{FEE} The form is free of charge. Two photographs are needed.",
        sources=[tmp_path / "fees.md", tmp_path / "more", "Two photographs are needed."],
    )

    assert [claim.evidence[0].document for claim in report.claims] == [
        "fees.md",
        "form.html",
        "source 3",
    ]
    assert report.passed


def test_one_source_need_not_stand_in_a_list() -> None:
    assert verify(FEE, FEE).passed


def test_it_may_be_called_where_an_event_loop_runs() -> None:
    async def within() -> Verdict:
        return verify(FEE, [FEE]).verdict

    assert asyncio.run(within()) is Verdict.SUPPORTED


def test_settings_decide_what_is_supported() -> None:
    strict = GroundsmithSettings.model_validate({"verify": {"support_threshold": 1.0}})
    text = "The visa costs 75 dollars for tourists."

    lenient_verdict = verify(text, [FEE]).verdict

    assert lenient_verdict is Verdict.SUPPORTED
    assert verify(text, [FEE], settings=strict).verdict is Verdict.NOT_ENOUGH_INFO


def test_without_a_source_nothing_is_checked() -> None:
    with pytest.raises(RequestError, match="no source is given"):
        verify(FEE, [])


def test_a_source_that_is_missing_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        verify(FEE, [tmp_path / "nowhere.md"])


def test_sources_of_one_name_are_told_apart_and_skips_are_told(tmp_path: Path) -> None:
    for folder, text in (("a", "One."), ("b", "Two.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "fees.md").write_text(text, "utf-8")
    (tmp_path / "a" / "photo.png").write_bytes(b"\x89PNG")
    events: list[Event] = []

    found = read_sources(
        [str(tmp_path / "a"), str(tmp_path / "b")], CorpusSettings(), events.append
    )

    names = [source.name for source in found]
    skipped = [event.skipped.path for event in events if isinstance(event, SourceSkipped)]
    assert names[0] == "fees.md"
    assert names[1] == f"{tmp_path / 'b'}: fees.md"
    assert skipped == ["photo.png"]


def test_an_argument_is_a_text_unless_it_names_a_file(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Written down.", "utf-8")

    assert read_text(str(draft), CorpusSettings()) == "Written down."
    assert read_text("Said aloud.", CorpusSettings()) == "Said aloud."
    assert read_text("", CorpusSettings()) == ""
    assert read_text("x" * 100_000, CorpusSettings()) == "x" * 100_000
    with pytest.raises(InputError, match="no such file"):
        read_text("missing.md", CorpusSettings())
    with pytest.raises(InputError, match="a folder"):
        read_text(str(tmp_path), CorpusSettings())


def test_a_model_that_would_not_be_asked_is_refused() -> None:
    named = GroundsmithSettings.model_validate({"verify": {"model": "mine"}})

    with pytest.raises(RequestError, match="local judges only"):
        verify(FEE, [FEE], settings=named)
