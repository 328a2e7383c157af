/**
 * The programs of the simulated hosts, one class each, and the command processor that runs them.
 *
 * <p>What they print has the form of the samples that were at hand; a class whose form no sample shows says <i>format
 * unverified</i>. Words that people read are in the host's language as far as {@code words.tsv} knows them, else English.
 */
@NullMarked
package org.ipsecworkbench.lab.program;

import org.jspecify.annotations.NullMarked;
