// Part of a register that lacks the rest.
