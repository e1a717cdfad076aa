package io.bosett.sweep.run;

import java.io.Serializable;

/**
 * A part that another process is to make, unless it is there already.
 *
 * @param part its number
 * @param counted whether its summary is kept
 */
public record PartOrder(int part, boolean counted) implements Serializable {}
