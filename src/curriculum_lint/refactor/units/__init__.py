"""Which units there are, what else they are called by, and which of them get which names."""
