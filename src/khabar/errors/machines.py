"""What the machines that Khabar runs on do not let it do, or lack."""

from khabar.errors.root import KhabarError


class WorkersCannotStart(KhabarError):
    """Processes that should read reports and die before they begin."""

    def __init__(self, how: str) -> None:
        super().__init__(
            f"the processes that read reports end before they begin ({how}).\n"
            "In your own script, call what reads under `if __name__ == '__main__':`; else give `--max-memory` more."
        )


class CannotListen(KhabarError):
    """An address or port that the pages cannot be served at."""

    def __init__(self, place: str, why: str, remedy: str) -> None:
        super().__init__(f"{place}: {why}\n{remedy}")


class ClusterFails(KhabarError):
    """A cluster that does not start, or that gives up."""

    def __init__(self, master: str, what: str) -> None:
        super().__init__(
            f"{master}: the cluster gave up ({what}).\nSpark needs Java 17 or later here and the same Khabar on every "
            "machine. What was read stays in the tables of the build: the same command goes on from there."
        )


class OtherKhabar(KhabarError):
    """A machine of a cluster on which another version of Khabar stands."""

    def __init__(self, theirs: str, ours: str) -> None:
        super().__init__(
            f"a machine of the cluster has Khabar {theirs}, and the build was begun by {ours}.\n"
            "Give all machines the environment that the build is begun in."
        )


class MissingPart(KhabarError):
    """A part of Khabar that is installed only where it is asked for."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what}: this part of Khabar is not installed.\nInstall it with `pip install 'khabar[{extra}]'`."
        )


class LacksLibrary(KhabarError):
    """A format whose library is not installed."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(f"{what}: this needs {library}, which is not installed.\nInstall it: pip install '{extra}'")


class CannotPrint(KhabarError):
    """A PDF that could not be made of a page."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"no PDF was written: {why}.\n"
            "Install Chromium, or name a browser in KHABAR_CHROMIUM; or write the page (-o dossier.html), "
            "open it in any browser and print it."
        )
