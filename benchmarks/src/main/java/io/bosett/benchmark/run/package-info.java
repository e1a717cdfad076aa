/**
 * Running the race: which solver meets which instance, the child processes in which they meet, and
 * the lines that are written about it. A crash, a hang or too little memory is a line like any
 * other.
 */
@NullMarked
package io.bosett.benchmark.run;

import org.jspecify.annotations.NullMarked;
