"""How people ask about pictures, and what is right to answer."""
