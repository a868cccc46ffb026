"""Asks language models: providers behind one seam, and wrappers that stack around them.

Order is meaning: `Fallback(Cached(Retrying(Breaker(Limited(Budgeted(provider))))), …)`, read
inwards. `build` makes the stack from settings; every wrapper is a Model of its own.
"""
