/** The effort of analyses of the shipped scenarios. */
@NullMarked
package io.bosett.benchmark.analysis;

import org.jspecify.annotations.NullMarked;
