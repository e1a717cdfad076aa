/** The store in SQL, the same statements and group commit for every database. */
@NullMarked
package io.bosett.store.sql;

import org.jspecify.annotations.NullMarked;
