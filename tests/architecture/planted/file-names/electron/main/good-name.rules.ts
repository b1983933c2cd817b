// A name in the right case.
