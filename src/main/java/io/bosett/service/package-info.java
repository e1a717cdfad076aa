/**
 * Use cases for people outside, the same for the command line and everything that comes later: take
 * in a scenario, look it over, answer it.
 */
@NullMarked
package io.bosett.service;

import org.jspecify.annotations.NullMarked;
