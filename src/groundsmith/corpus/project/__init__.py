"""Projects: git repositories, READMEs and texts, read into documents by kind of source."""
