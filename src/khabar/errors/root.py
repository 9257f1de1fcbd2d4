"""The root of the tree of errors."""


class KhabarError(Exception):
    """The root: catching it catches every error that speaks to the user."""
