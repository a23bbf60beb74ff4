"""Pretrained weights that a user downloads or imports: what there is, fetching, conversion, the store."""
