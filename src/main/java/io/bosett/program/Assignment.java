package io.bosett.program;

/**
 * An assignment: the numbers of every candidate of a program.
 *
 * @param persons by candidate
 * @param minors by candidate
 */
public record Assignment(int[] persons, int[] minors) {}
