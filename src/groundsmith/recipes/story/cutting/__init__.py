"""Cutting fiction: speech, scenes, and passages that keep turns whole."""
