/**
 * Settings of the HTTP server: address, host names, limits and timeouts.
 *
 * <p>A new setting is a component of {@link io.bosett.http.settings.ServerSettings} with a flag in
 * {@code cli.flags.HttpFlags} and a row in {@code src/deploy/README.md}.
 */
@NullMarked
package io.bosett.http.settings;

import org.jspecify.annotations.NullMarked;
