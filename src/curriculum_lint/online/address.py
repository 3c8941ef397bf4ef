"""Which addresses belong to the public internet.

`ipaddress.is_global` says yes to multicast and to IPv6 addresses that carry a private IPv4 one.
"""

from __future__ import annotations

from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

_NOT_PUBLIC = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
    )
)
#: Everything else is loopback, unspecified, IPv4-compatible, local, multicast or reserved.
_GLOBAL = IPv6Network("2000::/3")
#: Teredo, benchmarks, identifiers that are no addresses; documentation.
_NOT_PUBLIC_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
#: Networks whose addresses carry an IPv4 address, and the bits to the right of it.
_CARRYING = (
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0),
    (IPv6Network("2002::/16"), 80),
)


def is_public(text: str) -> bool:
    """Whether a numeric address may be connected to; false for what is no address."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_public_4(address)
    return address.scope_id is None and _is_public_6(address)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in network for network in _NOT_PUBLIC)


def _is_public_6(address: IPv6Address) -> bool:
    for network, shift in _CARRYING:
        if address in network:
            return _is_public_4(IPv4Address(int(address) >> shift & 0xFFFF_FFFF))
    return address in _GLOBAL and not any(address in network for network in _NOT_PUBLIC_6)
