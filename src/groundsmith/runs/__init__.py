"""Plan, lease, schedule, resume: executes keyed items and knows no model."""
