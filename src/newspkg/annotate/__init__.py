"""Document -> AnnotatedDocument: sentences, tokens, dates, places, quantities."""
