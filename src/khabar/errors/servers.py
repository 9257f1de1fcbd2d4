"""Database servers that are not reached, refuse or take too long."""

from khabar.errors.root import KhabarError


class BadAddress(KhabarError):
    """An address of an archive on a server that cannot be understood; it is shown without its password."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"{address}: {why}\nWrite postgresql://USER@HOST/DATABASE, and after it, if you need them, ?schema=NAME, "
            "sslmode=, sslrootcert= and timeout= (seconds), with & between them."
        )


class ServerOutOfReach(KhabarError):
    """A database server that does not answer, or broke off."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"{address}: the database server does not answer ({why}).\nMake sure that it runs and that this machine "
            "may reach it, then try again: what was kept stays."
        )


class ServerRefuses(KhabarError):
    """A database server that does not let us do what is asked."""

    def __init__(self, address: str, why: str, remedy: str) -> None:
        super().__init__(f"{address}: {why}\n{remedy}")


class ServerTooSlow(KhabarError):
    """A question that took a database server longer than it may."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address}: the database server took too long over a question, which was given up.\n"
            "Ask for less (a name, some days), or give more seconds with ?timeout= in the address."
        )


class TooLongForServer(KhabarError):
    """A name, an id or an outlet that is longer than the indices of a database server take."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address}: a name or an id in the reports is too long for the database server.\n"
            "Shorten it, or keep these reports in a file."
        )
