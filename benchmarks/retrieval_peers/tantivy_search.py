"""Answers queries with tantivy, English stems, title and text; JSON in and out.

In: `{"documents": [[id, title, text]], "queries": {id: text}, "depth": 10}`. Out: ids by query.
"""

import json
import sys

import tantivy  # type: ignore[import-not-found]  # in an environment of its own


def main() -> None:
    """Read, index, answer."""
    asked = json.load(sys.stdin)
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("title", tokenizer_name="en_stem")
    schema.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer()
    for identity, title, text in asked["documents"]:
        writer.add_document(tantivy.Document(id=identity, title=title, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    found = {}
    for identity, text in asked["queries"].items():
        query, _ = index.parse_query_lenient(text, ["title", "text"])
        hits = searcher.search(query, asked["depth"]).hits
        found[identity] = [searcher.doc(address)["id"][0] for _, address in hits]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
