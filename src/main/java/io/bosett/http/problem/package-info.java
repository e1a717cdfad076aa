/** Problem documents (RFC 9457): the kinds of problems and what is thrown to answer with one. */
@NullMarked
package io.bosett.http.problem;

import org.jspecify.annotations.NullMarked;
