/** The factory of stores: opens one by folder or address. */
@NullMarked
package io.bosett.store.factory;

import org.jspecify.annotations.NullMarked;
