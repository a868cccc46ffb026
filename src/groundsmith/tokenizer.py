"""Counting the tokens of a `tokenizer.json`, as models publish it (the `dense` extra).

The decision to question: special tokens that a model adds around its input are not counted, since
a text is one part of a prompt; whoever counts leaves room for them.
"""

import json
from pathlib import Path

from groundsmith.errors import RequestError

_BY_WORD = {"BertPreTokenizer", "Whitespace", "WhitespaceSplit"}


class FileTokenizer:
    """The tokenizer in a `tokenizer.json`.

    Raises:
        RequestError: The file holds none, or the `dense` extra is missing.
    """

    def __init__(self, path: Path) -> None:
        try:
            from tokenizers import Tokenizer
        except ImportError as error:
            raise RequestError(
                "counting tokens needs the extra `dense`: pip install 'groundsmith[dense]'"
            ) from error
        try:
            written = path.read_text(encoding="utf-8")
            self._tokenizer = Tokenizer.from_str(written)
            kind = (json.loads(written).get("pre_tokenizer") or {}).get("type")
        except Exception as error:  # the library raises bare exceptions for what it cannot read
            raise RequestError(f"{path}: no tokenizer here: {error}") from error
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._counts_by_word = kind in _BY_WORD

    @property
    def counts_by_word(self) -> bool:
        """Whether the tokens of a text are those of its words, one by one."""
        return self._counts_by_word

    def counts(self, texts: list[str]) -> list[int]:
        """How many tokens each text has; what is not Unicode counts as question marks."""
        known = [text.encode("utf-8", "replace").decode() for text in texts]
        return [
            len(each) for each in self._tokenizer.encode_batch_fast(known, add_special_tokens=False)
        ]
