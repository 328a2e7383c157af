package org.ipsecworkbench.policy;

import java.util.List;

/**
 * Something that is shown as it was read: a firewall profile, an SA, a group of global settings.
 *
 * @param kind what it is
 * @param name as people see it; empty where it has none
 * @param settings its values, in order
 * @param place where it begins
 */
public record Listed(Kind kind, String name, List<Setting> settings, Place place) {
    /** What it is. */
    public enum Kind {
        PROFILE("firewall profile"),
        GLOBAL("global settings"),
        MAIN_MODE_SA("main mode SA"),
        QUICK_MODE_SA("quick mode SA"),
        STATISTICS("statistics"),
        ASSIGNMENT("assignment by GPO"),
        CRYPTO_SET("crypto set"),
        AUTH_SET("authentication set"),
        PLATFORM_POLICY("policy of the filtering platform"),
        PLATFORM_FILTER("filter of the filtering platform"),
        OTHER("other object");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Copies the list. */
    public Listed {
        settings = List.copyOf(settings);
    }

    /** The first value of a key; empty where it has none. */
    public String value(String key) {
        return settings.stream()
                .filter(setting -> setting.key().equals(key))
                .map(Setting::value)
                .findFirst()
                .orElse("");
    }
}
