package org.ipsecworkbench.policy;

/**
 * A change that may cure what a prediction found, to be tried with {@link WhatIf}.
 *
 * @param side the host to change, by the flow of the prediction
 * @param change what to change
 */
public record ProposedChange(Side side, Change change) {}
