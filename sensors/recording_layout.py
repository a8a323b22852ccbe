"""What lies where in a recording: streams, topics, schemas, and the records that describe them.

Knows names and their meaning; refuses to know how bytes get into a file or out of it. A
recording is one MCAP file (mcap.dev/spec):

    metadata "anymal.recording"      version, epoch offset, time suspended, and what the caller adds
    metadata "anymal.stream.<name>"  one per stream: name, modality, address, options
    metadata "anymal.wall_clock"     both at `t_ns`: at the end, when the clock was set, after a suspend
    /camera/<name>                   foxglove.CompressedImage or CompressedVideo
    /mic/<name>                      foxglove.RawAudio, pcm-s16
    /imu/<name>, /imu/<name>/chunk   sensor_msgs/msg/Imu per row; rows and device times per chunk
    /serial/<name>/raw               bytes as they arrived; an empty message: the port was opened
    /clock                           clock fits
    /events                          questions, answers, and whatever else happened

log_time is the arrival and publish_time the mapped capture time, both moved from
`time.monotonic_ns` to the epoch by one offset, fixed for the whole recording. A board without a
battery for its clock learns the date later, and a machine sleeps: `recording_date` has the real dates.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from anymal.errors import ConfigError, InputError
from anymal.samples import Modality
from anymal.sensors.address import NETWORK_SCHEMES, SensorAddress, is_secret, parse_address, safe_uri
from anymal.sensors.recording_motion import IMU_SCHEMA, IMU_SCHEMA_NAME
from anymal.sensors.recording_wire import AUDIO, IMAGE, VIDEO, descriptor_set

__all__ = [
    "CLOCK_TOPIC",
    "EVENTS_TOPIC",
    "RECORDING",
    "STREAM",
    "WALL_CLOCK",
    "Channel",
    "Schema",
    "StreamInfo",
    "check_streams",
    "file_channels",
    "stream_channels",
]

VERSION = 1
RECORDING = "anymal.recording"
STREAM = "anymal.stream."
WALL_CLOCK = "anymal.wall_clock"
EVENTS_TOPIC = "/events"
CLOCK_TOPIC = "/clock"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class StreamInfo:
    """One sensor of a recording: a `name` of letters, digits, `-` and `_`, its sense and its address.

    `raw` streams also keep their bytes as they arrived; replay then goes through the real parser,
    with the `protocol` and other options of the address.
    """

    name: str
    modality: Modality
    uri: str = ""
    raw: bool = False
    options: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_uri(cls, name: str, modality: Modality, uri: str) -> "StreamInfo":
        """Describe a sensor by its address; passwords, tokens and a server's query are left out."""
        address = parse_address(uri)
        serial = address.scheme == "imu"
        options = {k: safe_uri(value) for k, value in address.options.items() if not is_secret(k)}
        return cls(name, modality, _without_query(address), serial, options)

    def to_metadata(self) -> dict[str, str]:
        """Return the stream as an MCAP metadata record."""
        return {
            "name": self.name,
            "modality": self.modality,
            "uri": self.uri,
            "raw": str(int(self.raw)),
            "options": json.dumps(dict(self.options), sort_keys=True),
        }

    @classmethod
    def from_metadata(cls, found: Mapping[str, str]) -> "StreamInfo":
        """Read such a record back; raises `InputError` for one that is not ours."""
        try:
            options = json.loads(found["options"])
            modality = next(sense for sense in get_args(Modality) if sense == found["modality"])
            if not isinstance(options, dict) or not _NAME.fullmatch(found["name"]):
                raise ValueError("options or name")
            texts = {str(key): str(value) for key, value in options.items()}
            return cls(found["name"], modality, found["uri"], found["raw"] == "1", texts)
        except (KeyError, ValueError, StopIteration, RecursionError) as error:
            raise InputError(f"a stream's description that cannot be read ({error!r})") from None

    @property
    def topic(self) -> str:
        """Where its samples lie."""
        folder = {"audio": "mic", "imu": "imu"}.get(self.modality, "camera")
        return f"/{folder}/{self.name}"

    @property
    def chunk_topic(self) -> str:
        """Where motion says which rows arrived together."""
        return f"{self.topic}/chunk"

    @property
    def raw_topic(self) -> str:
        """Where its bytes lie."""
        return f"/serial/{self.name}/raw"


@dataclass(frozen=True)
class Schema:
    """An MCAP schema record."""

    name: str
    encoding: str
    data: bytes


@dataclass(frozen=True)
class Channel:
    """An MCAP channel record; `schema` is None for bytes that have none."""

    topic: str
    encoding: str
    schema: Schema | None
    metadata: Mapping[str, str] = field(default_factory=dict)


def _json_schema(name: str, properties: Mapping[str, str | Sequence[str]]) -> Schema:
    kinds = {key: {"type": kind} for key, kind in properties.items()}
    return Schema(name, "jsonschema", json.dumps({"type": "object", "properties": kinds}).encode())


_EVENT = _json_schema("anymal.Event", {"t_ns": "integer", "kind": "string", "data": "object"})
_CLOCK = _json_schema(
    "anymal.ClockFit",
    {"stream": "string", "offset_ns": "integer", "skew_ppm": "number", "residual_ns": "integer",
     "resets": "integer"},
)  # fmt: skip
_CHUNK = _json_schema("anymal.ImuChunk", {"rows": "integer", "device_ns": ["array", "null"]})
_IMU = Schema(IMU_SCHEMA_NAME, "ros2msg", IMU_SCHEMA.encode())


def file_channels() -> list[Channel]:
    """Return the channels every recording has."""
    return [Channel(EVENTS_TOPIC, "json", _EVENT), Channel(CLOCK_TOPIC, "json", _CLOCK)]


def stream_channels(stream: StreamInfo, video: bool) -> list[Channel]:
    """Return a stream's channels; `video`: pictures are compressed together instead of one by one."""
    said = stream.to_metadata()
    if stream.modality == "imu":
        channels = [Channel(stream.chunk_topic, "json", _CHUNK), Channel(stream.topic, "cdr", _IMU, said)]
    else:
        shape = AUDIO if stream.modality == "audio" else VIDEO if video else IMAGE
        schema = Schema(f"foxglove.{shape.name}", "protobuf", descriptor_set(shape))
        channels = [Channel(stream.topic, "protobuf", schema, said)]
    if stream.raw:
        serial = said | {"protocol": stream.options.get("protocol", "auto")}
        channels.append(Channel(stream.raw_topic, "application/octet-stream", None, serial))
    return channels


def check_streams(streams: Sequence[StreamInfo]) -> None:
    """Raise `ConfigError` for a name that cannot be a topic, or that two streams share."""
    names: set[str] = set()
    for stream in streams:
        if not _NAME.fullmatch(stream.name):
            raise ConfigError(f"{stream.name!r} cannot name a stream: wanted 1 to 64 letters, digits, - or _")
        if stream.name in names:
            raise ConfigError(f"two streams are called {stream.name!r}: give each its own name")
        names.add(stream.name)


def _without_query(address: SensorAddress) -> str:
    """A server's query is its own, and where many cameras want their password."""
    if address.scheme not in NETWORK_SCHEMES:
        return address.uri
    server, hash_sign, options = address.uri.partition("#")
    return server.partition("?")[0] + hash_sign + options
