// The packs of Policies/, compiled in.
