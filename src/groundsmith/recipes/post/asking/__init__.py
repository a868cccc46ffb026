"""Asking a model for a post, pass by pass."""
