/**
 * Sweeps as jobs of the service: accepted, run in this process beside the solves, kept, deleted.
 */
@NullMarked
package io.bosett.service.sweeps;

import org.jspecify.annotations.NullMarked;
