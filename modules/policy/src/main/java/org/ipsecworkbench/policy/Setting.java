package org.ipsecworkbench.policy;

/**
 * One value as it was read.
 *
 * @param key the name that {@code labels.tsv} gives it, such as {@code auth1}; empty where no table knows the label
 * @param label what the source calls it; empty for a line without a label
 * @param value the text; a pre-shared key is never here, but {@code (redacted)}
 * @param place where it stands
 */
public record Setting(String key, String label, String value, Place place) {}
