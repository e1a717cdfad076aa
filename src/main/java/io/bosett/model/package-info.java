/**
 * What is asked and what is answered: dataset, scenario, allocation, certificate, result. Immutable
 * values without any framework; everything else in Bosett speaks in these.
 *
 * <h2>Glossary</h2>
 *
 * <ul>
 *   <li><b>dataset</b>: municipalities and their indicators, one <b>cell</b> per municipality,
 *       indicator and year; a cell is a number, missing, or suppressed (at least one person, number
 *       unknown).
 *   <li><b>scenario</b>: one document: dataset, demand, rules, criteria and weights.
 *   <li><b>candidate</b>: a municipality that may be asked under the scenario.
 *   <li><b>persons, minors</b>: how many persons a candidate is asked to settle, and how many of
 *       them are unaccompanied minors; whole numbers.
 *   <li><b>selected</b>: asked for at least one person.
 *   <li><b>target</b>: persons that one criterion alone would give a candidate.
 *   <li><b>gain</b>: a candidate's whole contribution to the objective, in 10<sup>-6</sup> person.
 *   <li><b>multiplier</b>: the shadow price of a shared rule.
 *   <li><b>bound, gap</b>: a proven upper limit on the objective; bound minus objective.
 *   <li><b>certificate</b>: what lets a stranger check the bound.
 *   <li><b>violation</b>: one fault of a document. <b>conflict</b>: rules that cannot all hold.
 * </ul>
 */
@NullMarked
package io.bosett.model;

import org.jspecify.annotations.NullMarked;
