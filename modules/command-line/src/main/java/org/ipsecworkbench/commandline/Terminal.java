package org.ipsecworkbench.commandline;

/**
 * Which standard streams are terminals, as the launcher found: Java 17 cannot tell them apart, and from 22 on {@code
 * System.console()} is there also where no terminal is.
 */
final class Terminal {
    private static final String STREAMS = System.getProperty("ipsecwb.terminals", "");

    private Terminal() {}

    static boolean isInput() {
        return STREAMS.contains("0");
    }

    static boolean isOutput() {
        return STREAMS.contains("1");
    }

    static boolean isError() {
        return STREAMS.contains("2");
    }

    /** Puts a line in the place of the one before on standard error, where that is a terminal. */
    static void status(String line) {
        if (isError()) {
            System.err.print("\r\u001b[K" + line);
            System.err.flush();
        }
    }
}
