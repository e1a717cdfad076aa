/** Tests of the use cases on stored documents, on the embedded store. */
@NullMarked
package io.bosett.service.kept;

import org.jspecify.annotations.NullMarked;
