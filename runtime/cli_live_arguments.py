"""The options of `anymal live`.

Knows their names and help; refuses to know what they lead to (`runtime.cli_live`).
"""

from pathlib import Path

from anymal.runtime.arguments import Parser, add_assistant_arguments, add_generation_arguments
from anymal.runtime.live_input import ANEW

__all__ = ["live_parser"]


def live_parser() -> Parser:
    """Return the parser of `anymal live`."""
    parser = Parser(
        prog="anymal live",
        description="Sense, and answer at once. Type a question; Ctrl-C stops the answer, then the program, "
        "SIGTERM the program. "
        f"{ANEW} begins a new conversation. `anymal devices` lists sensor addresses.",
    )
    _add_sensors(parser)
    parser.add_argument(
        "--watch", action="append", default=[], metavar="Q", help='for example "tell me when a door slams"'
    )
    parser.add_argument(
        "--view", choices=("image", "video"), default="image", help="the camera as (%(default)s)"
    )
    parser.add_argument(
        "--policy",
        choices=("exact", "sliding"),
        default="exact",
        help="how the KV cache is kept (%(default)s)",
    )
    parser.add_argument("--history", type=int, metavar="N", help="earlier turns kept (default: the bundle's)")
    parser.add_argument(
        "--max-age", type=float, metavar="S", help="wait for windows at most that old; 0: newer"
    )
    parser.add_argument("--wait-s", type=float, default=10.0, metavar="S", help="and how long (%(default)s)")
    parser.add_argument("--adapter", metavar="NAME", help="LoRA adapter of the bundle that answers")
    parser.add_argument("--seconds", type=float, metavar="S", help="end after that long")
    parser.add_argument("--system", metavar="S", help="system text instead of the bundle's")
    _add_lines(parser)
    add_assistant_arguments(parser)
    add_generation_arguments(parser)
    return parser


def _add_sensors(parser: Parser) -> None:
    """Add what is sensed, and recorded."""
    parser.add_argument("--camera", metavar="URI", help="camera:/dev/video0, rtsp://.., file:clip.mp4, ..")
    parser.add_argument("--mic", metavar="URI", help="mic:default, mic:NAME, file:sound.wav, ..")
    parser.add_argument("--imu", metavar="URI", help="imu:/dev/ttyUSB0?protocol=auto, ..")
    parser.add_argument(
        "--record",
        type=Path,
        metavar="F",
        help="write everything to an MCAP file; {time} in its name becomes the time, as in day-{time}.mcap",
    )
    parser.add_argument(
        "--force", action="store_true", help="replace F if it is there, once the new one is whole"
    )
    parser.add_argument(
        "--wait-for-sensors",
        action="store_true",
        help="begin without a device that is not there, and try it again as after an unplug",
    )


def _add_lines(parser: Parser) -> None:
    """Add where questions come from, and what is told in which form."""
    parser.add_argument("--replay", type=Path, metavar="F", help="answer from a recording")
    parser.add_argument(
        "--questions",
        type=Path,
        metavar="Q",
        help='for --replay: JSON lines {"t_s": 3, "question": ".."}; else a FIFO to read questions from, '
        "whoever writes to it and however often",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object per answer")
    parser.add_argument(
        "--json-lines",
        action="store_true",
        help='read {"draft": ".."} as the words of a question come, then {"question": "..", "id": 7}; '
        '{"new": true} begins a new conversation, {"status": true} asks how the sensors are',
    )
    parser.add_argument(
        "--ready",
        action="store_true",
        help="say once when all sensors that can have given something; with --json as an object",
    )
