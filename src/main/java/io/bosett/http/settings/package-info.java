/** Where the service listens, by which names it may be called, and what it takes. */
@NullMarked
package io.bosett.http.settings;

import org.jspecify.annotations.NullMarked;
