package org.ipsecworkbench.ike;

/**
 * A file or a host's answer that negotiations are read from.
 *
 * @param name the file's name as it was given
 * @param kind what it is, which says how its places are counted
 */
public record Source(String name, Kind kind) {
    /** What a source is. */
    public enum Kind {
        /** A network capture. */
        CAPTURE("capture", "packet"),
        /** Oakley.log of Windows 2000, XP and 2003. */
        OAKLEY("oakley", "line"),
        /** Audit and system events of Windows. */
        EVENTS("events", "event"),
        /** What the Windows Filtering Platform lists or traces. */
        WFP("wfp", "event");

        private final String key;
        private final String place;

        Kind(String key, String place) {
            this.key = key;
            this.place = place;
        }

        /** The name in the JSON schema {@code ipsecwb/ike/1}; never changes. */
        public String key() {
            return key;
        }

        /** What its places are called, in the singular. */
        public String place() {
            return place;
        }
    }
}
