/**
 * The instances of the race: a manifest that describes them, and the steps by which they are made
 * from scenario files. The same recipe gives the same problem on every machine.
 */
@NullMarked
package io.bosett.benchmark.instances;

import org.jspecify.annotations.NullMarked;
