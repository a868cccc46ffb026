"""Markdown lines made from what a page opens and closes, in the order of reading.

The decision to question: a table that holds another table only lays the page out, so its cells
become paragraphs; what is in a cell of a real table is folded into one line.
"""

import re

_SPACES = re.compile(r"[ \t\n\r\f]+")
_REPEATED = re.compile(r" {2,}")
_AROUND_BREAK = re.compile(r" *\n *")
_FENCES = re.compile(r"`{3,}")


_MOST_PADDED = 100
"""Columns up to which a cell that spans several is given empty ones beside it."""


class _Table:
    """The rows of an open table; `cells` is None between rows.

    Attributes:
        reached: By column, how many rows a cell of a row above still reaches into.
        spans: Columns and rows of the cell that is open.
    """

    def __init__(self) -> None:
        self.cells: list[str] | None = None
        self.row_count = 0
        self.is_layout = False
        self.reached: dict[int, int] = {}
        self.spans = (1, 1)

    def pass_over(self, cells: list[str]) -> None:
        """Leaves the columns empty that a cell of a row above reaches into."""
        while self.reached.get(len(cells), 0):
            self.reached[len(cells)] -= 1
            cells.append("")

    def add(self, cells: list[str], text: str) -> None:
        """A cell, and empty ones for the further columns that it spans."""
        width, height = self.spans
        first, padded = len(cells), min(width - 1, _MOST_PADDED - len(cells))
        cells += [text, *[""] * padded]
        if height > 1:
            self.reached |= dict.fromkeys(range(first, len(cells)), height - 1)


class Page:
    """The text of a page as it is written, block by block."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._inline: list[str] = []
        self._opening = ""
        self._lists: list[int | None] = []
        self._quote_depth = 0
        self._tables: list[_Table] = []
        self._is_tight = False

    def written(self) -> str:
        """Everything so far, ended by a newline where there is anything."""
        self.end()
        return "".join(self._blocks).lstrip("\n") + ("\n" if self._blocks else "")

    def text(self, text: str) -> None:
        """Inline text; its white space is folded."""
        self._inline.append(_SPACES.sub(" ", text))

    def line_break(self) -> None:
        """A line ends inside a block."""
        self._inline.append("\n")

    def end(self) -> None:
        """The block ends, if one is open; in a cell it is only a space."""
        if self._cells() is not None:
            self._inline.append(" ")
            return
        text = self._taken()
        if not text:
            return
        opening, self._opening = self._opening, ""
        if opening.endswith("# "):
            self._emit(opening + text.replace("\n", " "), "", tight=False)
            return
        depth = len(self._lists) - 1 if opening else len(self._lists)
        following = "\n" + " " * len(opening)
        self._emit(opening + text.replace("\n", following), "  " * depth, tight=bool(opening))

    def end_marked(self) -> None:
        """The heading or item ends, and with it what it is marked by."""
        self.end()
        if self._cells() is None:
            self._opening = ""

    def heading(self, level: int) -> None:
        """A heading opens."""
        self.end()
        if self._cells() is None:
            self._opening = "#" * level + " "

    def rule(self) -> None:
        """A thematic break."""
        self.end()
        if self._cells() is None:
            self._emit("---", "", tight=False)

    def code(self, text: str) -> None:
        """Preformatted text, fenced by more backticks than it holds."""
        if self._cells() is not None:
            self.text(text)
            return
        self.end()
        if not text.strip():
            return
        longest = max((len(fence) for fence in _FENCES.findall(text)), default=2)
        fence = "`" * (longest + 1)
        self._emit(f"{fence}\n{text.strip(chr(10))}\n{fence}", "", tight=False)

    def open_list(self) -> None:
        """A bulleted list opens."""
        self.end()
        self._lists.append(None)

    def open_numbered_list(self, first: int = 1) -> None:
        """A numbered list opens, with the number of its first item."""
        self.end()
        self._lists.append(first - 1)

    def close_list(self) -> None:
        """The innermost list ends."""
        self.end()
        if self._lists:
            self._lists.pop()

    def item(self) -> None:
        """An item of the innermost list opens."""
        self.end()
        if self._cells() is not None:
            return
        number = self._lists[-1] if self._lists else None
        if number is None:
            self._lists = self._lists or [None]
            self._opening = "- "
        else:
            self._lists[-1] = number + 1
            self._opening = f"{number + 1}. "

    def open_quote(self) -> None:
        """A quotation opens."""
        self.end()
        self._quote_depth += 1

    def close_quote(self) -> None:
        """The innermost quotation ends."""
        self.end()
        self._quote_depth = max(0, self._quote_depth - 1)

    def open_table(self) -> None:
        """A table opens; the one it stands in, if any, only lays out."""
        if self._cells() is not None:
            outer = self._tables[-1]
            outer.is_layout, cells = True, [*(outer.cells or []), self._taken()]
            outer.cells = None
            for cell in filter(None, cells):
                self._emit(cell, "", tight=False)
        self.end()
        self._tables.append(_Table())

    def row(self) -> None:
        """A row opens."""
        self.end()
        if self._tables and not self._tables[-1].is_layout:
            self._tables[-1].cells = []

    def cell(self, columns: int = 1, rows: int = 1) -> None:
        """A cell opens, with how many columns and rows it spans."""
        cells = self._cells()
        if cells is None:
            self.end()
            return
        self._inline.clear()
        self._tables[-1].pass_over(cells)
        self._tables[-1].spans = (columns, rows)

    def end_cell(self) -> None:
        """The cell ends."""
        cells = self._cells()
        if cells is None:
            self.end()
        else:
            text = self._taken().replace("\n", " ").replace("|", r"\|")
            self._tables[-1].add(cells, text)

    def end_row(self) -> None:
        """The row ends; behind the first one stands the line that divides head and body."""
        cells = self._cells()
        if cells is None:
            self.end()
            return
        table = self._tables[-1]
        table.pass_over(cells)
        table.cells = None
        if any(cells):
            self._emit(f"| {' | '.join(cells)} |", "", tight=table.row_count > 0)
            table.row_count += 1
            if table.row_count == 1:
                self._emit("|" + " --- |" * len(cells), "", tight=True)

    def close_table(self) -> None:
        """The innermost table ends."""
        self.end_row()
        if self._tables:
            self._tables.pop()
            self._is_tight = False

    def _cells(self) -> list[str] | None:
        return self._tables[-1].cells if self._tables else None

    def _taken(self) -> str:
        text = _AROUND_BREAK.sub("\n", _REPEATED.sub(" ", "".join(self._inline)))
        self._inline.clear()
        return text.strip()

    def _emit(self, block: str, indent: str, *, tight: bool) -> None:
        prefix = "> " * self._quote_depth + indent
        if prefix:
            block = prefix + block.replace("\n", "\n" + prefix)
        self._blocks.append("\n" if tight and self._is_tight else "\n\n")
        self._blocks.append(block)
        self._is_tight = tight or block.startswith("| ")
