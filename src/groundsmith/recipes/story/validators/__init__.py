"""Validators of stories: one file each; what they compare stands in `registry`."""
