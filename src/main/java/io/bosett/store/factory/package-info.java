/** Opens stores by folder or address. */
@NullMarked
package io.bosett.store.factory;

import org.jspecify.annotations.NullMarked;
