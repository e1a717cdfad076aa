/** Flags that several commands share, with their ranges, their defaults and their refusals. */
@NullMarked
package io.bosett.cli.flags;

import org.jspecify.annotations.NullMarked;
