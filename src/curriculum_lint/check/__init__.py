"""Rules, the diagnostics they give, and the engine that runs them."""
