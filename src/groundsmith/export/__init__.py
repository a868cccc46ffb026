"""Files out: atomically, with manifest, lineage, card and report; and the audit of them."""
