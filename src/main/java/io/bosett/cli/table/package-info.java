/** Texts for terminals: tables, numbers, and the progress of solves. */
@NullMarked
package io.bosett.cli.table;

import org.jspecify.annotations.NullMarked;
