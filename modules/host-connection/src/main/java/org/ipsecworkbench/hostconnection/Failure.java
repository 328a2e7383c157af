package org.ipsecworkbench.hostconnection;

/**
 * Why something with a host failed. No text holds a secret.
 *
 * @param step in which it failed
 * @param explanation what happened, in a sentence
 * @param nextStep what to do about it, in a sentence
 * @param cause why
 */
public record Failure(ConnectionStep step, FailureCause cause, String explanation, String nextStep) {}
