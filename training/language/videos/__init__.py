"""How people ask about short videos, and what is right to answer."""
