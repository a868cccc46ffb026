"""A forge, asked over a real socket with recorded answers."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from groundsmith.corpus.project.forge import Forge
from groundsmith.errors import SourceError

REPOSITORY = {
    "description": "Sorts letters.\nBy weight.",
    "topics": ["mail", "sorting"],
    "language": "Python",
    "license": {"name": "MIT License"},
    "homepage": "",
    "stargazers_count": 12,
    "forks_count": 0,
    "owner": {"login": "somebody"},
}
ISSUES = [
    {
        "number": 7,
        "state": "open",
        "title": "Heavy letters\x1b[2J are late",
        "user": {"login": "a"},
    },
    {"number": 6, "state": "closed", "title": "A pull request", "pull_request": {}},
    {"number": 5, "state": "closed", "title": "Wrong stamp", "body": "private words"},
]


class Recorded:
    """What the forge answers by path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, bytes]] = {
            "/repos/o/r": (200, json.dumps(REPOSITORY).encode()),
            "/repos/o/r/issues?state=all&per_page=20": (200, json.dumps(ISSUES).encode()),
        }
        self.asked: list[tuple[str, str | None]] = []
        self.port = 0


@pytest.fixture
def recorded() -> Iterator[Recorded]:
    held = Recorded()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append((self.path, self.headers.get("Authorization")))
            status, body = held.answers.get(self.path, (404, b"{}"))
            self.send_response(status)
            if status == 301:
                self.send_header("Location", body.decode())
                body = b""
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield held
    server.shutdown()
    server.server_close()
    thread.join()


def forge(recorded: Recorded, token: str | None = None) -> Forge:
    return Forge(api=f"http://127.0.0.1:{recorded.port}", token=token)


def test_metadata_are_lines_that_name_no_person(recorded: Recorded) -> None:
    text = forge(recorded).metadata("o/r")

    assert text == (
        "description: Sorts letters. By weight.\ntopics: mail, sorting\nlanguage: Python\n"
        "license: MIT License\nstars: 12\n"
    )


def test_issues_are_titles_without_pull_requests_bodies_and_control_characters(
    recorded: Recorded,
) -> None:
    text = forge(recorded).issues("o/r")

    assert text == ("Issue 7 (open): Heavy letters [2J are late\nIssue 5 (closed): Wrong stamp\n")


def test_a_token_goes_to_the_forge_and_nowhere_else(recorded: Recorded) -> None:
    recorded.answers["/repos/o/r"] = (301, f"http://127.0.0.1:{recorded.port}/stolen".encode())

    with pytest.raises(SourceError, match="301"):
        forge(recorded, token="secret").metadata("o/r")

    assert recorded.asked == [("/repos/o/r", "Bearer secret")]


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (403, b"{}", "token"),
        (404, b"{}", "no such repository"),
        (500, b"", "500"),
        (200, b"<html>", "no JSON"),
        (200, b"[" * 100_000, "no JSON"),
        (200, b"[]", "no repository"),
        (200, b" " * (4 * 1024 * 1024 + 1), "more than"),
    ],
)
def test_whatever_a_forge_answers_is_one_line(
    recorded: Recorded, status: int, body: bytes, said: str
) -> None:
    recorded.answers["/repos/o/r"] = (status, body)

    with pytest.raises(SourceError, match=said):
        forge(recorded).metadata("o/r")


def test_no_forge_is_asked_without_encryption() -> None:
    with pytest.raises(SourceError, match="https only"):
        Forge(api="http://forge.example.org").metadata("o/r")


def test_a_forge_that_is_not_there_is_said() -> None:
    with pytest.raises(SourceError, match="cannot be reached"):
        Forge(api="http://127.0.0.1:9").metadata("o/r")
