"""Fuzzing led by coverage (atheris): `python tests/fuzz/guided.py WAY SECONDS`; what is new is kept under .fuzz/."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests" / "shells"), str(HERE), str(ROOT / "src")]

import atheris  # noqa: E402

with atheris.instrument_imports(include=["khabar"]):
    from ways import WAYS


def main() -> None:
    """Runs one way until the time is over or a promise is broken; the bytes that broke it lie under .fuzz/finds/."""
    way, seconds = sys.argv[1], sys.argv[2]
    kept, finds = ROOT / ".fuzz" / "corpus" / way, ROOT / ".fuzz" / "finds"
    for folder in (kept, finds):
        folder.mkdir(parents=True, exist_ok=True)
    folders = [str(folder) for folder in (kept, HERE / "corpus" / way, HERE / "finds" / way) if folder.is_dir()]
    limits = ["-timeout=120", "-rss_limit_mb=2000", "-max_len=4096", "-verbosity=0", "-print_final_stats=1"]
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", f"-artifact_prefix={finds}/{way}-", *limits, *folders], WAYS[way]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
