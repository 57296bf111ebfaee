"""The Facts view: a row for each fact, a column for each document, and a timeline below."""
