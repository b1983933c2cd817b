#!/usr/bin/env node
// A script says it on the second line.
