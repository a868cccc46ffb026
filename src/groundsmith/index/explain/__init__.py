"""Why a document has its score: who brought what, what it hangs on, and by which way."""
