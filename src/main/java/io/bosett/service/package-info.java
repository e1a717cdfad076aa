/**
 * Use cases, the same for the command line and the HTTP service: load, validate, solve, check,
 * explain, compare, export.
 */
@NullMarked
package io.bosett.service;

import org.jspecify.annotations.NullMarked;
