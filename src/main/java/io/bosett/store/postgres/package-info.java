/** The store on a PostgreSQL server. */
@NullMarked
package io.bosett.store.postgres;

import org.jspecify.annotations.NullMarked;
