"""Hold text against its sources: claims, evidence, checks, judges."""
