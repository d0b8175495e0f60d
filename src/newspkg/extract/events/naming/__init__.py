"""How an article names events: the codelist's triggers, what they need, the clauses and nouns that carry them."""
