"""Questions about several senses at once."""
