"""Finding what was said: words to tokens, sessions to records, an index that is only a cache."""
