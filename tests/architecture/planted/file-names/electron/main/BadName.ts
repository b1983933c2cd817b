// A name in the wrong case, planted.
