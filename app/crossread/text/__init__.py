"""What a text is: spans, tokens, passages, documents."""
