"""How the proxy is served: bounded connections, admission, draining, workers."""
