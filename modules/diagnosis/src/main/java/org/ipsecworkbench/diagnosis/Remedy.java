package org.ipsecworkbench.diagnosis;

import java.util.List;

/**
 * A change that may help. It is told, not made: nothing here runs it.
 *
 * @param id unique in a diagnosis, such as {@code start-service/SRV2}
 * @param host where it is made; empty where it is made elsewhere, such as on a domain controller
 * @param title what it does, in words
 * @param commands exactly, in order; where the workbench cannot know a value, it stands in pointed brackets
 * @param risk how dangerous it is
 * @param warning what may go wrong, in words
 * @param undo commands that restore what was, in order; empty where nothing can
 */
public record Remedy(
        String id, String host, String title, List<String> commands, Risk risk, String warning, List<String> undo) {
    /** How dangerous a change is. */
    public enum Risk {
        LOW("low"),
        MEDIUM("medium"),
        HIGH("high"),
        /** Works, and makes the host easier to attack. */
        SECURITY("weakens security");

        private final String label;

        Risk(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Copies the lists. */
    public Remedy {
        commands = List.copyOf(commands);
        undo = List.copyOf(undo);
    }
}
