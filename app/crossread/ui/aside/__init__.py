"""What stands beside the page on demand: the details of a document, and its original."""
