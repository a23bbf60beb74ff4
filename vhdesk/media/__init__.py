"""Files in, frames out: probe, choose frames, decode, thumbnails, in workers that may crash alone."""
