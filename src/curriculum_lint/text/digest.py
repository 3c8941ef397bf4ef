"""What makes digests: `hashlib` would load the whole of OpenSSL for it."""

from _blake2 import blake2b

__all__ = ["blake2b"]
