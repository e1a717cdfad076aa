/**
 * Plain answers to set the solvers against: trying everything, a dynamic program, the Sainte-Laguë
 * apportionment; and laws that answers must obey whoever finds them. What fails is shrunk before it
 * is shown.
 */
@NullMarked
package io.bosett.oracle;

import org.jspecify.annotations.NullMarked;
