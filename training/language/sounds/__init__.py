"""How people ask about sounds, and what is right to answer."""
