"""The soak and fault test: a library that is disturbed in every way ends as an undisturbed one."""
