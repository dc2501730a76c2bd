"""What a websocket answer is made of: its messages by kind, heaviest first."""

from __future__ import annotations

from collections import Counter

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.bench.traffic import Message


def by_kind(messages: list[Message]) -> Counter[str]:
    """Return the bytes of some messages by kind, and by element where it draws one.

    Examples of a kind: "new_session", "delta bidi_component map", "delta plotly_chart".
    """
    weights: Counter[str] = Counter()
    for message in messages:
        parsed = ForwardMsg()
        parsed.ParseFromString(message.payload)
        weights[_kind(parsed)] += len(message.payload)
    return weights


def _kind(message: ForwardMsg) -> str:
    kind = message.WhichOneof("type") or "empty"
    if kind != "delta":
        return kind
    place = "sidebar" if message.metadata.delta_path[:1] == [1] else "main"
    delta = message.delta.WhichOneof("type") or "empty"
    if delta == "new_element":
        element = message.delta.new_element
        name = element.WhichOneof("type") or "empty"
        return f"{place} {name} {_named(element, name)}".rstrip()
    if delta == "add_block":
        return f"{place} block {message.delta.add_block.WhichOneof('type') or ''}".rstrip()
    return f"{place} {delta}"


def _named(element: object, name: str) -> str:
    part = getattr(element, name)
    label: str = getattr(part, "component_name", "") or getattr(part, "label", "")
    return label
