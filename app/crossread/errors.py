"""What can go wrong and is told to a person: every message is one plain sentence that says what to do."""


class CrossreadError(Exception):
    """Bad input or a limit that was hit; ``str()`` of it is one plain sentence for the reader."""


class ReadError(CrossreadError):
    """A file could not become a Document."""


class Cancelled(Exception):  # noqa: N818 - not an error: the person asked for it
    """Raised inside a running stage when its ``cancelled`` callable answers True."""
