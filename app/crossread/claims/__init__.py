"""Who claims what: quotations, names, certainty and attribution; hidden characters."""
