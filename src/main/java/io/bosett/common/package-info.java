/**
 * Domain-independent utilities that the JDK lacks: random ids, daemon threads, shielded child
 * processes.
 */
@NullMarked
package io.bosett.common;

import org.jspecify.annotations.NullMarked;
