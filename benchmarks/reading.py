"""Speed of reading PDF, DOCX and EPUB beside pypdf and pdfplumber, and how much text is right.

Run it with `.venv/bin/python benchmarks/reading.py [FILE.pdf ...]`. Without files it writes its own
from the 48 guidance files: 120 pages in one column and 120 in two, hyphens, page numbers and all,
so that the text that should come out is known. `words right` is one minus the edit distance, in
words, between what a reader gives and what was written (white space and Markdown's marks aside);
it falls when columns are read across or page numbers stand in the text. Times are processor seconds
of the whole reading, that of the parsing process included; peers run in an environment of their
own under `~/.cache/groundsmith/peers/reading`, made on first use.
"""

import json
import os
import re
import resource
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from groundsmith.corpus.inputs import Found, load
from groundsmith.corpus.kinds import DOCX, EPUB, PDF
from groundsmith.corpus.read import documents
from groundsmith.records import Source

ROOT = Path(__file__).parents[1]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "groundsmith" / "peers"
PEERS = "pypdf==6.4.0 pdfplumber==0.11.8"
PEER_CODE = """
import json, sys, time
name, path = sys.argv[1:]
begun = time.process_time()
if name == "pypdf":
    from pypdf import PdfReader
    begun = time.process_time()
    text = "\\n".join(page.extract_text() for page in PdfReader(path).pages)
else:
    import pdfplumber
    begun = time.process_time()
    with pdfplumber.open(path) as opened:
        text = "\\n".join(page.extract_text() for page in opened.pages)
json.dump({"cpu_s": time.process_time() - begun, "text": text}, sys.stdout)
"""
PAGES = 120
LINE_CHARS = {1: 88, 2: 42}
LINES = 48
_MARKS = re.compile(r"^#+ |^\s*- |[|]", re.MULTILINE)


def main(files: Sequence[Path]) -> None:
    """Prints every figure."""
    sys.path.append(str(ROOT / "tests"))
    print(f"first file, with the start of the parsing process: {first_ms():.0f} ms")
    python = peers()
    print(f"\n{'file':28}{'reader':14}{'pages/s':>9}{'words right':>13}")
    for name, data, truth in given(files) if files else written():
        place = CACHE / "reading" / name
        place.write_bytes(data)
        readings: dict[str, Callable[[Path], tuple[float, str]]] = {"groundsmith": ours}
        for peer in ("pypdf", "pdfplumber"):
            if python:
                readings[peer] = partial(theirs, python, peer)
        count = page_count(place)
        for reader, read in readings.items():
            cpu_s, text = read(place)
            right = f"{alike(text, truth):.1%}" if truth else ""
            print(f"{name:28}{reader:14}{count / cpu_s:9.1f}{right:>13}")
    print()
    books()


def first_ms() -> float:
    """Milliseconds until the first small PDF is read."""
    from written_files import Words, pdf

    begun = time.perf_counter()
    read_all(PDF, pdf([Words(x=60, y=700, text="The fee is 15 dollars.")]))
    return (time.perf_counter() - begun) * 1000


def books() -> None:
    """Prints how fast a thousand small documents of Word, and books, are read."""
    from written_files import docx, epub, paragraph

    body = prose()[:40]
    small = docx(paragraph("Fees", "heading1"), *(paragraph(one) for one in body))
    book = epub({f"{at:03}.xhtml": f"<h1>{at}</h1><p>{'</p><p>'.join(body)}" for at in range(40)})
    for called, kind, data, count in [("DOCX", DOCX, small, 1000), ("EPUB of 40", EPUB, book, 25)]:
        begun = time.perf_counter()
        for _ in range(count):
            read_all(kind, data)
        wall_s = time.perf_counter() - begun
        print(f"{count} x {called:12}{len(data) / 1000:7.1f} KB each: {wall_s:.1f} s")


def written() -> Iterator[tuple[str, bytes, str]]:
    """Name, bytes and text of the files that we write ourselves."""
    from written_files import Words, pdf

    for columns in (1, 2):
        wanted = PAGES * LINES * columns
        lines = list(hyphenated(prose(), LINE_CHARS[columns]))
        lines = (lines * (wanted // len(lines) + 1))[:wanted]
        pages = []
        for at in range(PAGES):
            page = [Words(x=290, y=30, text=f"- {at + 1} -", size=9)]
            for place in range(LINES * columns):
                column, row = divmod(place, LINES)
                line, _ = lines[at * LINES * columns + place]
                page.append(Words(x=60 + 250 * column, y=780 - 14.5 * row, text=line, size=10))
            pages.append(page)
        truth = "".join(line[:-1] if ends else f"{line} " for line, ends in lines)
        yield f"{columns} columns.pdf", pdf(*pages), truth


def given(files: Sequence[Path]) -> Iterator[tuple[str, bytes, str]]:
    """Name and bytes of files whose text nobody wrote down."""
    for file in files:
        yield file.name, file.read_bytes(), ""


def prose() -> list[str]:
    """Paragraphs of the guidance files, in characters that every PDF has a font for."""
    folder = ROOT / "examples" / "guidance"
    text = "\n".join(place.read_text("utf-8") for place in sorted(folder.glob("**/*.txt")))
    text = text.encode("ascii", "ignore").decode()
    found = [" ".join(line.split()) for line in text.splitlines()]
    return [line for line in found if len(line) > 120 and line[0].isalpha()]


def hyphenated(paragraphs: Sequence[str], width: int) -> Iterator[tuple[str, bool]]:
    """Lines of that many characters, and whether each ends with a hyphen that parts a word."""
    line = ""
    for word in " ".join(paragraphs).split():
        room = width - len(line) - 1
        if len(word) <= room:
            line = f"{line} {word}".strip()
        elif word.isalpha() and word.islower() and room > 5 and len(word) - room > 2:
            yield f"{line} {word[: room - 1]}-", True
            line = word[room - 1 :]
        else:
            yield line, False
            line = word
    yield line, False


def ours(place: Path) -> tuple[float, str]:
    """Processor seconds and text."""
    source, data = load(Found(path=place.name, file=place))
    begun = used_s()
    text = "\n".join(one.text for one in documents(source, data, lambda _: None))
    return used_s() - begun, text


def theirs(python: str, peer: str, place: Path) -> tuple[float, str]:
    """Processor seconds and text of a peer."""
    command = [python, "-c", PEER_CODE, peer, str(place)]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return said["cpu_s"], said["text"]


def peers() -> str | None:
    """The Python of the peers' environment; `None` where it cannot be made."""
    folder = CACHE / "reading"
    python, stamp = folder / "bin" / "python", folder / "requirement.txt"
    if not stamp.exists() or stamp.read_text() != PEERS:
        venv.create(folder, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", *PEERS.split()]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"peers are not measured: {done.stderr.strip().splitlines()[-1]}")
            return None
        stamp.write_text(PEERS)
    return str(python)


def page_count(place: Path) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(place) as opened:
        return len(opened)


def used_s() -> float:
    """Processor seconds of this process, and of the parsing process it keeps warm."""
    import psutil

    own = resource.getrusage(resource.RUSAGE_SELF)
    times = [child.cpu_times() for child in psutil.Process().children()]
    return own.ru_utime + own.ru_stime + sum(one.user + one.system for one in times)


def read_all(kind: str, data: bytes) -> int:
    """How many documents there are in `data`."""
    source = Source(path="a", uri="", size_bytes=len(data), media_type=kind, sha256="")
    return sum(1 for _ in documents(source, data, lambda _: None))


def alike(text: str, truth: str) -> float:
    """Share of words that are right, in the right order."""
    read, wanted = _MARKS.sub("", text).split(), truth.split()
    return 1 - Levenshtein.distance(read, wanted) / max(len(wanted), 1)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
