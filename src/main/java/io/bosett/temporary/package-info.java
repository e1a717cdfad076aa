/**
 * Folders for temporary files that outlive no process: what a killed one leaves is found by its
 * lock and deleted by the next.
 */
@NullMarked
package io.bosett.temporary;

import org.jspecify.annotations.NullMarked;
