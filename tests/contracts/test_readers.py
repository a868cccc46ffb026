"""What every registered reader owes its callers, whatever the bytes."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.normalise import normalise
from groundsmith.corpus.readers import readers
from groundsmith.errors import SourceError
from groundsmith.records import Document, Skipped, Source, sha256
from groundsmith.seams import Reader

PIECES = st.sampled_from(
    ['{"a": "b"}\n', "{bad\n", "a,b\n", '"x\n', "<p>hi", "</div>", "<table><td>", "# T\n", "\r\n"]
)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-16")),
    st.lists(PIECES, max_size=20).map(lambda parts: "".join(parts).encode()),
)


def read(reader: Reader, media_type: str, data: bytes) -> tuple[list[Document], list[Skipped]]:
    skipped: list[Skipped] = []
    source = Source(
        path="in/a", uri="", size_bytes=len(data), media_type=media_type, sha256=sha256(data)
    )
    return list(reader.read(source, data, skipped.append)), skipped


@pytest.mark.parametrize(("media_type", "reader"), sorted(readers().items()), ids=sorted(readers()))
class TestReader:
    def test_its_name_carries_a_version(self, media_type: str, reader: Reader) -> None:
        name, _, version = reader.name.partition("@")

        assert name
        assert version.isdigit()

    @given(data=BYTES)
    def test_whatever_the_bytes_it_gives_documents_or_a_reason(
        self, media_type: str, reader: Reader, data: bytes
    ) -> None:
        with suppress(SourceError):
            found, skipped = read(reader, media_type, data)

            assert (
                found
                or skipped
                or not data.strip()
                or reader.name.startswith(("beir", "csv", "jsonl", "table"))
            )
            assert all(skip.path.startswith("in/a") and skip.reason for skip in skipped)

    @given(data=BYTES)
    def test_its_documents_are_normalised_and_say_where_they_come_from(
        self, media_type: str, reader: Reader, data: bytes
    ) -> None:
        with suppress(SourceError):
            for document in read(reader, media_type, data)[0]:
                assert document.text == normalise(document.text)
                assert document.text_sha256 == sha256(document.text)
                assert (document.source, document.reader) == ("in/a", reader.name)
                assert document.sha256 == sha256(data)

    @given(data=BYTES)
    def test_its_ids_are_the_path_or_parts_of_it_and_unique(
        self, media_type: str, reader: Reader, data: bytes
    ) -> None:
        with suppress(SourceError):
            found, skipped = read(reader, media_type, data)

            ids = [one.id for one in found] + [one.path for one in skipped]
            assert len(set(ids)) == len(ids)
            assert all(name == "in/a" or name.startswith("in/a#") for name in ids)

    @given(data=BYTES)
    def test_reading_again_gives_the_same(
        self, media_type: str, reader: Reader, data: bytes
    ) -> None:
        with suppress(SourceError):
            assert read(reader, media_type, data) == read(reader, media_type, data)

    def test_binary_is_an_error_of_the_source(self, media_type: str, reader: Reader) -> None:
        with pytest.raises(SourceError, match="in/a: binary"):
            read(reader, media_type, bytes(range(256)) * 9)
