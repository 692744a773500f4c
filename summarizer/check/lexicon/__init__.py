"""Words and what they mean alone: own tables by subject, WordNet's senses, and a text as words."""
