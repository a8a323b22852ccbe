"""How late a thread of a process that does not stand still wakes, quiet and beside busy processes.

Knows the noise watch of `anymal bench` (`anymal.bench.stalls`) and processes that only spin; refuses to know
a bundle. What it prints is what a limit for standing still (`stall_ms`) must lie well above.

    python benchmarks/stall_watch.py --busy 4 --seconds 20
"""

import argparse
import time

from contention import foreign

from anymal.bench.machine import load_average, read_machine
from anymal.bench.stalls import StallWatch
from anymal.engines.llama_native import usable_cores


def longest_ms(busy: int, seconds: float) -> float:
    """Watch this process while it waits beside `busy` others, and return its longest stall."""
    with foreign(busy), StallWatch() as watch:
        time.sleep(seconds)
    return watch.longest_ms


def main() -> None:
    """Print the longest stall, quiet and beside the busy processes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--busy", type=int, default=2 * usable_cores(), help="processes that spin")
    parser.add_argument("--seconds", type=float, default=20.0, help="of each watch")
    arguments = parser.parse_args()
    machine = read_machine(load_average())
    print(f"{machine.cpu}, {machine.cores} cores, {arguments.seconds:g} s each, {machine.date[:10]}")
    for busy in (0, arguments.busy):
        print(f"beside {busy} busy processes: {longest_ms(busy, arguments.seconds):.1f} ms at most")


if __name__ == "__main__":
    main()
