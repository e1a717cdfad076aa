/** How two allocations differ. */
@NullMarked
package io.bosett.analysis.compare;

import org.jspecify.annotations.NullMarked;
