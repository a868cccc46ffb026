"""DOCX: Word's paragraphs to HTML by mammoth, and from there the way of every web page.

Runs in the parsing process only. Pictures are not unpacked. Footnotes stand at the end, in the
order of their marks, and a mark is `[1]`.
"""

import io
from xml.dom import expatbuilder  # noqa: F401  # mammoth's parser, loaded now: later nothing can be

import mammoth

from groundsmith.corpus.readers.archive import Archive
from groundsmith.corpus.readers.extract import Extract
from groundsmith.corpus.readers.html import visible_text
from groundsmith.records import Json

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
"""


def extract(data: bytes) -> Json:
    """The document's text; raises SourceError for what cannot be read."""
    Archive(data).must_be_plain((".xml", ".rels"))
    made = mammoth.convert_to_html(
        io.BytesIO(data),
        style_map=_STYLES,
        include_embedded_style_map=False,
        convert_image=mammoth.images.img_element(lambda _: {}),
    )
    found = Extract()
    if text := visible_text(made.value):
        found.add("", text)
    else:
        found.note("", "no text")
    return found.as_json()
