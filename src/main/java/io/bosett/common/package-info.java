/** What every house needs and the JDK does not have, without anything of the trade. */
@NullMarked
package io.bosett.common;

import org.jspecify.annotations.NullMarked;
