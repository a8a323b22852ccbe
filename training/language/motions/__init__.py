"""How people ask about their own motion, and what is right to answer."""
