/**
 * The embedded store: one SQLite file, folder lock, backup and restore. Pragmas and sizes: {@code
 * EmbeddedDatabase}.
 */
@NullMarked
package io.bosett.store.sqlite;

import org.jspecify.annotations.NullMarked;
