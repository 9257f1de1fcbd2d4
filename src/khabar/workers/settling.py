"""A process that does nothing but read, and what it need not look through again."""

import gc

# New values until the collector looks for those that only refer to one another, of which reading leaves hardly any.
_SELDOM = (100_000, 50, 100)


def settle() -> None:
    """To be called once a report was read.

    The tables that were loaded for it stay as they are: the garbage collector, which would walk them again and again as
    the caches grow, takes a tenth of the time of reading. What is new it looks through seldom.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
