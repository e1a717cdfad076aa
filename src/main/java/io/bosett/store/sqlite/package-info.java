/**
 * The embedded store: one SQLite file, folder lock, backup and restore. Pragmas and sizes: {@code
 * EmbeddedDatabase}. {@code FolderLock} is held by who serves or restores; {@code keys} opens the
 * file beside, and each waits up to five seconds for the other's write.
 */
@NullMarked
package io.bosett.store.sqlite;

import org.jspecify.annotations.NullMarked;
