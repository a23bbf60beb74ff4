"""One file per system: which frames, which net, which hasher; the registry, the weight files and the runtime."""
