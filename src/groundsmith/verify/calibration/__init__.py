"""A number for trust: what people's verdicts promise of a judge's scores."""
