package org.ipsecworkbench.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One value of the rule of a host that acts on a flow, changed for asking what if.
 *
 * @param attribute which value
 * @param isAdded whether it is added behind what is there, of what is a list
 * @param value as {@code netsh advfirewall} writes it, such as {@code ESP:SHA256-AES256+60min+100000kb}
 */
public record Change(Attribute attribute, boolean isAdded, String value) {
    /** What can be changed. */
    public enum Attribute {
        ACTION("action", "requestinrequestout"),
        AUTHENTICATION("auth", "computerkerb"),
        SECOND_AUTHENTICATION("auth2", "userkerb"),
        MAIN_MODE("mainmode", "DHGroup14-AES256-SHA256"),
        QUICK_MODE("quickmode", "ESP:SHA256-AES256+60min+100000kb"),
        PFS("pfs", "DHGroup14"),
        KEY_MODULE("keymodule", "IKEv1,IKEv2");

        private final String key;
        private final String example;

        Attribute(String key, String example) {
            this.key = key;
            this.example = example;
        }

        /** What it is called where changes are written. */
        public String key() {
            return key;
        }

        /** A value that it may have. */
        public String example() {
            return example;
        }

        /** Whether it is a list, of which one value more can be given. */
        public boolean isList() {
            return this != ACTION && this != PFS;
        }
    }

    /**
     * {@code ATTRIBUTE=VALUE}, or {@code ATTRIBUTE+=VALUE} for one value more.
     *
     * @throws IllegalArgumentException with a sentence for people, where it is something else; whether the value means anything
     *     is told by {@link WhatIf}
     */
    public static Change parse(String text) {
        int equals = text.indexOf('=');
        boolean isAdded = equals > 0 && text.charAt(equals - 1) == '+';
        String key = equals < 0 ? text : text.substring(0, isAdded ? equals - 1 : equals);
        Attribute attribute = Arrays.stream(Attribute.values())
                .filter(one -> one.key.equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
        if (equals < 0 || attribute == null || text.substring(equals + 1).isBlank()) {
            throw new IllegalArgumentException("A change is ATTRIBUTE=VALUE, such as \"" + Attribute.ACTION.key + "="
                    + Attribute.ACTION.example + "\", or ATTRIBUTE+=VALUE for one value more; attributes are "
                    + Arrays.stream(Attribute.values()).map(Attribute::key).collect(Collectors.joining(", "))
                    + ". This is \"" + text + "\".");
        }
        if (isAdded && !attribute.isList()) {
            throw new IllegalArgumentException("Of " + attribute.key + " there is one value; write " + attribute.key
                    + "= and not " + attribute.key + "+=.");
        }
        return new Change(attribute, isAdded, text.substring(equals + 1).strip());
    }

    /** As it is written. */
    public String text() {
        return attribute.key + (isAdded ? "+=" : "=") + value;
    }
}
