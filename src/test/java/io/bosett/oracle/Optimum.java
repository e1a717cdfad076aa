package io.bosett.oracle;

import io.bosett.program.Assignment;

/**
 * The best that a program allows.
 *
 * @param objective in gain units
 * @param assignment one that reaches it
 */
record Optimum(long objective, Assignment assignment) {}
