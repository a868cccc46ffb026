"""Find passages: indexes over the chunks of a corpus."""
