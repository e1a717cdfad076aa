/** The commands on sweeps. */
@NullMarked
package io.bosett.cli.sweep;

import org.jspecify.annotations.NullMarked;
