/**
 * Minimizes the Lagrangian dual: line searches, a bundle method, a subgradient method with space
 * dilation (Shor), and a sampled dual for large programs.
 */
@NullMarked
package io.bosett.solve.decomposition.dual;

import org.jspecify.annotations.NullMarked;
