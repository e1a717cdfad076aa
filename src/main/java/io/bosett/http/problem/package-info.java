/** Problem documents (RFC 9457): their types, and the exceptions that lead to them. */
@NullMarked
package io.bosett.http.problem;

import org.jspecify.annotations.NullMarked;
