"""The post recipe: posts that only say what a project's own sources say."""
