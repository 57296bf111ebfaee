"""Tables of what documents say: a row for each thing, a column for each document; painted only where it is seen."""
