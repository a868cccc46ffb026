"""Questions and answers that a language model writes: asked for, read back, and cited."""
