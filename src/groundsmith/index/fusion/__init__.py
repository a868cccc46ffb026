"""Several voices made one ranking, with what each of them brought to it."""
