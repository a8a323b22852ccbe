"""Questions about senses that were not given."""
