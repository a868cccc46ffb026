"""What a forge tells of a repository beyond git: its metadata and its issues.

One small GET each, in GitHub's shape, never through a redirect: a token would follow it. Titles of
issues are taken and their texts are not, because anybody may write anything there.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from groundsmith.corpus.project.snapshot import printable
from groundsmith.errors import SourceError
from groundsmith.records import Json

_TIMEOUT_S = 15.0
_MOST_BYTES = 4 * 1024 * 1024
_MOST_ISSUES = 20
_LINE_CHARS = 300
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Nothing: the redirect is then an error with its status."""


_OPENER = build_opener(_NoRedirects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """A forge's REST interface.

    Attributes:
        host: The host of the repositories that it knows.
        token: `None` asks as anybody.
    """

    api: str = "https://api.github.com"
    host: str = "github.com"
    token: str | None = None

    def metadata(self, name: str) -> str:
        """`key: value` lines about the repository `o/r`; raises SourceError."""
        found = self._asked(f"/repos/{quote(name)}", name)
        if not isinstance(found, dict):
            raise SourceError(name, "the forge's answer is no repository")
        licence = found.get("license")
        values = {
            "description": found.get("description"),
            "topics": ", ".join(map(str, _listed(found.get("topics")))),
            "language": found.get("language"),
            "license": licence.get("name") if isinstance(licence, dict) else None,
            "homepage": found.get("homepage"),
            "stars": found.get("stargazers_count"),
            "forks": found.get("forks_count"),
        }
        lines = [f"{key}: {_line(value)}\n" for key, value in values.items() if value]
        return "".join(lines)

    def issues(self, name: str) -> str:
        """A line an issue: its number, whether it is open, and its title; raises SourceError."""
        path = f"/repos/{quote(name)}/issues?state=all&per_page={_MOST_ISSUES}"
        found = [
            one
            for one in _listed(self._asked(path, name))
            if isinstance(one, dict) and "pull_request" not in one and one.get("title")
        ]
        return "".join(
            f"Issue {_line(one.get('number'))} ({_line(one.get('state'))}): {_line(one['title'])}\n"
            for one in found[:_MOST_ISSUES]
        )

    def _asked(self, path: str, name: str) -> Json:
        place = urlsplit(self.api)
        if place.scheme != "https" and place.hostname not in _LOCAL:
            raise SourceError(name, f"{self.api}: a forge is asked by https only")
        headers = {"Accept": "application/vnd.github+json", "User-Agent": "groundsmith"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = Request(self.api.rstrip("/") + path, headers=headers)  # noqa: S310  # see above
        try:
            with _OPENER.open(request, timeout=_TIMEOUT_S) as answer:
                body = answer.read(_MOST_BYTES + 1)
            if len(body) > _MOST_BYTES:
                raise SourceError(name, f"the forge answers with more than {_MOST_BYTES:,} bytes")
            return json.loads(body)
        except HTTPError as error:
            raise SourceError(name, _refusal(error.code)) from error
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", None) or type(error).__name__
            raise SourceError(name, f"the forge cannot be reached ({reason})") from error
        except (ValueError, RecursionError) as error:
            raise SourceError(name, "the forge's answer is no JSON") from error


def _refusal(status: int) -> str:
    if status in (401, 403, 429):
        return f"the forge does not answer without a (better) token ({status})"
    return f"the forge knows no such repository ({status})" if status == 404 else f"HTTP {status}"


def _listed(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list) else ()


def _line(value: Json) -> str:
    return printable(str(value))[:_LINE_CHARS]
