/**
 * What a certificate proves: the Lagrangian bound of its multipliers, and an exhaustive search over
 * the candidates that the bound leaves open.
 */
@NullMarked
package io.bosett.check.proof;

import org.jspecify.annotations.NullMarked;
