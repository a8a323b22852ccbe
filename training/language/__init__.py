"""Facts into words: captions, questions and answers of the nano recipe, right by construction."""
