"""How documents come in: files, what was copied or dropped, and the set that is open."""
