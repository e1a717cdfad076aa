/** The store in SQL, the same statements for every database. */
@NullMarked
package io.bosett.store.sql;

import org.jspecify.annotations.NullMarked;
