package org.ipsecworkbench.lab.model;

import java.util.List;

/**
 * A service as the service control manager knows it.
 *
 * @param name the short name
 * @param exitCode the last Win32 exit code; 1077: never started since the system was
 * @param dependencies the short names of the services that it needs
 */
public record Service(
        String name,
        String displayName,
        State state,
        Start start,
        int exitCode,
        boolean hasOwnProcess,
        String binary,
        List<String> dependencies) {

    /** The states that the lab's services can be in, with their numbers. */
    public enum State {
        STOPPED(1),
        RUNNING(4);

        private final int number;

        State(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** How a service starts, with the numbers. */
    public enum Start {
        AUTO_START(2, "auto"),
        DEMAND_START(3, "demand"),
        DISABLED(4, "disabled");

        private final int number;
        private final String word;

        Start(int number, String word) {
            this.number = number;
            this.word = word;
        }

        public int number() {
            return number;
        }

        /** What {@code sc config NAME start=} takes. */
        public String word() {
            return word;
        }
    }

    public Service {
        dependencies = List.copyOf(dependencies);
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    Service in(State now) {
        return new Service(name, displayName, now, start, 0, hasOwnProcess, binary, dependencies);
    }

    Service starting(Start how) {
        return new Service(name, displayName, state, how, exitCode, hasOwnProcess, binary, dependencies);
    }
}
