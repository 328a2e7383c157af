package org.ipsecworkbench.policy;

/**
 * Something that a conclusion rests on.
 *
 * @param key its row in {@code facts.tsv}
 * @param value what it stands for where it is a default; else empty
 * @param confidence 0 to 1
 * @param source who says so; [K] is knowledge that no document at hand confirms
 * @param statement a sentence for people
 */
public record Fact(String key, String value, double confidence, String source, String statement) {}
