"""What a browser page received: every websocket message and every file, as Chromium counts them."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession

BINARY = 2


@dataclass(frozen=True, kw_only=True)
class Message:
    """One websocket message; `at` in seconds of Chromium's own clock."""

    at: float
    payload: bytes


@dataclass(kw_only=True)
class Fetched:
    """One file. `transferred`: bytes on the line with headers, 0 where a cache answered."""

    address: str
    cached: bool = False
    done: bool = False
    transferred: int = 0
    encoding: str = ""
    cache_control: str = ""


class Traffic:
    """Listens to one page from its creation on."""

    def __init__(self, session: CDPSession) -> None:
        self.received: list[Message] = []
        self.sent: list[Message] = []
        self.files: dict[str, Fetched] = {}
        session.on("Network.webSocketFrameReceived", lambda e: _keep(self.received, e))
        session.on("Network.webSocketFrameSent", lambda e: _keep(self.sent, e))
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.requestServedFromCache", self._from_memory)
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.loadingFailed", self._finished)
        session.send("Network.enable")

    def forget(self) -> None:
        """Begin anew: what came so far is not counted."""
        self.received.clear()
        self.sent.clear()
        self.files.clear()

    def socket_bytes(self) -> int:
        """Return the bytes that came over the websocket."""
        return sum(len(message.payload) for message in self.received)

    def answer_ms(self) -> float:
        """Return the time from the first message sent to the last received, 0 without any."""
        if not self.sent or not self.received:
            return 0.0
        return max(0.0, 1000 * (self.received[-1].at - self.sent[0].at))

    def file_bytes(self) -> int:
        """Return the bytes that came over the line as files."""
        return sum(file.transferred for file in self.files.values())

    def waiting(self) -> bool:
        """Tell whether a file is still on its way."""
        return any(not file.done for file in self.files.values())

    def _asked(self, event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if address.startswith("http"):
            self.files[event["requestId"]] = Fetched(address=address)

    def _from_memory(self, event: dict[str, Any]) -> None:
        file = self.files.get(event["requestId"])
        if file:
            file.cached = True

    def _answered(self, event: dict[str, Any]) -> None:
        file = self.files.get(event["requestId"])
        if not file:
            return
        answer = event["response"]
        headers = {name.lower(): value for name, value in answer["headers"].items()}
        file.cached = file.cached or bool(answer.get("fromDiskCache"))
        file.encoding = headers.get("content-encoding", "")
        file.cache_control = headers.get("cache-control", "")

    def _finished(self, event: dict[str, Any]) -> None:
        file = self.files.get(event["requestId"])
        if file:
            file.done = True
            file.transferred = 0 if file.cached else int(event.get("encodedDataLength", 0))


def _keep(messages: list[Message], event: dict[str, Any]) -> None:
    frame = event["response"]
    if frame["opcode"] == BINARY:
        messages.append(Message(at=event["timestamp"], payload=b64decode(frame["payloadData"])))
