/**
 * Test oracles for the solvers: brute force, a dynamic program, the Sainte-Laguë apportionment; and
 * property-based tests with laws that every answer must obey. Failing cases are shrunk.
 */
@NullMarked
package io.bosett.oracle;

import org.jspecify.annotations.NullMarked;
