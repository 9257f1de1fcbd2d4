"""Work that some reports do not survive, where processes of a cluster find it by its name."""

import os
import signal

from khabar.cluster.kernel import Whole
from khabar.values.report import Report


def read_or_die(report: Report) -> Whole:
    if report.text == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if report.text == "faulty":
        raise ZeroDivisionError("no reports")
    while report.text == "endless":
        pass
    return Whole(report.text, "mark", "digest")
