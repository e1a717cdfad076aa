/** Tests of the job queue: with real solves on small models, and with misbehaving solvers. */
@NullMarked
package io.bosett.service.jobs;

import org.jspecify.annotations.NullMarked;
