package io.bosett.program;

/**
 * Numbers for every candidate of a program.
 *
 * @param persons by candidate
 * @param minors by candidate
 */
public record Assignment(int[] persons, int[] minors) {}
