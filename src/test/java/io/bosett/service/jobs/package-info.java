/** Tests of the queue of jobs: by real solves on small models, and by solvers that misbehave. */
@NullMarked
package io.bosett.service.jobs;

import org.jspecify.annotations.NullMarked;
