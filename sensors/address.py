"""Sensor URIs: `camera:/dev/video0?width=640&fps=30` taken apart, options checked by name and type.

Knows the syntax and what of an address is secret; refuses to know which scheme serves which device
(`sensors.SENSORS`).
"""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote

from anymal.errors import ConfigError
from anymal.samples import Modality

__all__ = ["SensorAddress", "is_secret", "option_mark", "parse_address", "safe_uri"]

# Options of a network address belong to the server, so theirs are split off at `#` instead of `?`.
NETWORK_SCHEMES = ("rtsp", "rtsps", "http", "https", "rtmp", "tcp", "udp")
LISTEN_SCHEMES = ("ws-listen", "rtmp-listen")

_FILES = ("file:", "replay:")  # a // and an @ of theirs belong to the path
_ENDS = "pw|pwd|passwd|password|passphrase|token|key|secret"
_NAME = rf"(?:pass[\w.-]*|[\w.-]*(?:{_ENDS}|auth))"
_OPTION = re.compile(rf"([?&#;]{_NAME}=)[^&#]*", re.IGNORECASE)
_VALUE = r"""(?:"(?:\\"|[^"])*(?:"\S*|$)|'(?:\\'|[^'])*(?:'\S*|$)|(?:\\.|\S)+)"""  # as gst-launch reads it
_PROPERTY = re.compile(rf"(?<![^\s!\"'])([\w.:-]*(?:{_ENDS})\s*=\s*){_VALUE}", re.IGNORECASE | re.DOTALL)
_SERVER = re.compile(r"(?:^|([\w-]*):)//([^/]*?)(?=/| ! |$)")  # also one within a GStreamer pipeline
_SLASHED = re.compile(r"(?<=://)[^/\s@:\[]*:(?![0-9]+/)[^/\s@]*/\S*@")  # no port: a password with a /
_QUERY = re.compile(r"\?[\w.-]+=")
_HOST = re.compile(r"(?:\[[^\]]*\]|[^:]*)(?::[0-9]*)?")


@dataclass(frozen=True)
class SensorAddress:
    """`scheme`, `target` (device, host and path, or file) and text `options` of one sensor.

    `uri` is for messages and files: made safe here, so that nothing that names a sensor can tell a
    password. `wanted` is the sense the caller has in mind, for streams that carry several.
    """

    uri: str
    scheme: str
    target: str
    options: dict[str, str] = field(default_factory=dict)
    wanted: Modality | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "uri", safe_uri(self.uri))

    def allow(self, *names: str) -> None:
        """Raise `ConfigError` for an option that is not among `names`."""
        for name in self.options:
            if name not in names:
                known = ", ".join(sorted(names)) or "none"
                raise ConfigError(f"{self.uri}: unknown option {name!r}; this sensor knows: {known}")

    def text(self, name: str, default: str = "", choices: tuple[str, ...] = ()) -> str:
        """Option `name` as text, one of `choices` where given."""
        value = self.options.get(name, default)
        if choices and value not in choices:
            raise ConfigError(f"{self.uri}: {name}={value!r} is not one of: {', '.join(choices)}")
        return value

    def integer(self, name: str, default: int, low: int = 0, high: int = 2**31) -> int:
        """Option `name` as a whole number in [low, high]."""
        return int(self.number(name, default, low, high, whole=True))

    def number(
        self, name: str, default: float, low: float = 0.0, high: float = 1e12, whole: bool = False
    ) -> float:
        """Option `name` as a number in [low, high]."""
        text = self.options.get(name)
        if text is None:
            return default
        try:
            value = int(text) if whole else float(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            kind = "a whole number" if whole else "a number"
            raise ConfigError(f"{self.uri}: {name}={text!r} is not {kind} from {low:g} to {high:g}")
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        """Option `name` as 0 or 1."""
        text = self.options.get(name)
        if text is None:
            return default
        if text not in ("0", "1"):
            raise ConfigError(f"{self.uri}: {name}={text!r} is not 0 or 1")
        return text == "1"


def parse_address(uri: str, wanted: Modality | None = None) -> SensorAddress:
    """Split `scheme:target?name=value&..`; `http://..` and other network streams take options after `#`.

    Raises `ConfigError` for a URI without scheme, an option without value or one given twice.
    """
    shown = safe_uri(uri)
    scheme, colon, rest = uri.strip().partition(":")
    if not colon or not scheme or not rest:
        raise ConfigError(
            f"{shown!r} is not a sensor address: wanted scheme:target, for example camera:/dev/video0, "
            "mic:default, imu:/dev/ttyUSB0 or synthetic:imu; `anymal devices` lists what is connected"
        )
    if scheme in LISTEN_SCHEMES and "#" in rest:
        raise ConfigError(f"{shown}: we are the server here, so options stand behind ?, not #")
    network = scheme in NETWORK_SCHEMES
    target, _, query = rest.partition("#" if network else "?")
    if network and "@" in query and "/" not in target.lstrip("/"):
        raise ConfigError(f"{shown}: options stand behind #; in a user name or password write it %23")
    options: dict[str, str] = {}
    for name, value in parse_qsl(query.replace("+", "%2B"), keep_blank_values=True, strict_parsing=False):
        if not value or name in options:
            fault = "has no value" if not value else "is given twice"
            raise ConfigError(f"{shown}: option {name!r} {fault}; wanted name=value once")
        options[name] = value
    if query and not options:
        raise ConfigError(f"{shown}: {query!r} is not a list of options; wanted name=value&name=value")
    return SensorAddress(uri, scheme, f"{scheme}:{target}" if network else unquote(target), options, wanted)


def option_mark(address: SensorAddress) -> str:
    """Return what joins one more option to the address's URI."""
    if address.options:
        return "&"
    return "#" if address.scheme in NETWORK_SCHEMES else "?"


def is_secret(name: str) -> bool:
    """Whether an option of this name holds a password, token or key."""
    return re.fullmatch(_NAME, name, re.IGNORECASE) is not None


def safe_uri(text: str) -> str:
    """Return an address, or text that holds some, without user name, password and token.

    For messages and files. Where a secret may be spelled with %, what is shown is spelled without.
    """
    scheme = text.strip().partition(":")[0].lower()
    if scheme == "gst":  # its quotes are seen when the % are gone
        plain = unquote(text)
        masked = _masked(plain)
        return text if masked == plain else masked
    logins = f"{scheme}:" not in _FILES
    shown = _masked(text, logins)
    plain = unquote(shown)
    # A network address goes to its server as it is, so what looks like a login now is none.
    masked = _masked(plain, logins and scheme not in NETWORK_SCHEMES)
    return shown if masked == plain else masked


def _masked(text: str, logins: bool = True) -> str:
    """Properties first, since a value in quotes may hold everything else."""
    if logins:
        text = _PROPERTY.sub(r"\1***", text)
        text = _SERVER.sub(_without_login, _SLASHED.sub(lambda found: _left_of(found[0]), text))
    return _OPTION.sub(r"\1***", text)


def _without_login(found: re.Match[str]) -> str:
    scheme, server = found[1] or "", found[2]
    length = _login_length(scheme.lower(), server)
    return found[0].removesuffix(server) + _left_of(server[:length]) + server[length:]


def _left_of(login: str) -> str:
    """What is shown of it: nothing, but the name of a secret option whose value may go on behind it."""
    names: list[str] = _OPTION.findall(login)
    return names[-1] if names else ""


def _login_length(scheme: str, server: str) -> int:
    """How much of what stands between // and the next / is a login.

    It ends at the last @, as FFmpeg reads it: a password may hold one itself, and by mistake a ? or #. So may
    a query: it begins where a login and a host are followed by `?name=`, or a host whose query's only @ are
    within secrets, which are not shown. We have no login where we are the server.
    """
    if scheme in LISTEN_SCHEMES:
        return server.partition("?")[0].rfind("@") + 1
    for query in _QUERY.finditer(server):
        before, rest = server[: query.start()], server[query.start() :]
        login, at, host = before.rpartition("@")
        if host and _HOST.fullmatch(host) and (at or "@" not in _OPTION.sub("", rest)):
            return len(login) + len(at)
    return server.rfind("@") + 1
