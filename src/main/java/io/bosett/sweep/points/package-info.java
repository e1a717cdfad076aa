/**
 * Solves points: each becomes a row of a part, and is counted in its summary. One that breaks down
 * becomes a row of status DEFECT or INVALID, and the run goes on ({@code PointSolver}).
 */
@NullMarked
package io.bosett.sweep.points;

import org.jspecify.annotations.NullMarked;
