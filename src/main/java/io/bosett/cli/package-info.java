/**
 * The command line: one class per command. Standard output carries the answer and nothing else;
 * faults, progress and advice go to standard error. Exit codes are those of {@link
 * io.bosett.cli.ExitCode}.
 */
@NullMarked
package io.bosett.cli;

import org.jspecify.annotations.NullMarked;
