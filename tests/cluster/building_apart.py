"""A build on a cluster by a process of its own, so that it can be killed: ARCHIVE PARTS MASTER ROUND SOURCES."""

import sys
from pathlib import Path

from khabar.cluster.building import Cluster, build_on
from khabar.store.archive import Archive

if __name__ == "__main__":
    path, parts, master, per_round, *sources = sys.argv[1:]
    with Archive.to_write(Path(path)) as archive:
        print(build_on(Cluster(master, parts, int(per_round)), archive, sources))
