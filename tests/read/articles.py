"""A short article, as words and as a web page."""

WORDS = "The river rose by 1.4 metres in one night, and about 300 people left their houses. " * 5
ARTICLE = f"<html><head><title>River</title></head><body><h1>The river</h1><p>{WORDS}</p></body></html>"
