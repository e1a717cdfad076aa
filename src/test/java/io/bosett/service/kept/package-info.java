/** Tests of the use cases about what is kept, on the embedded store. */
@NullMarked
package io.bosett.service.kept;

import org.jspecify.annotations.NullMarked;
