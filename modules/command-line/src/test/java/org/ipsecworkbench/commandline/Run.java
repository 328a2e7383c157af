package org.ipsecworkbench.commandline;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** What one command line did: its exit code and all that it wrote. */
record Run(int exit, String out, String err) {
    /** The lab captures, which are test resources of the engine. */
    static final Path LAB =
            Path.of(System.getProperty("basedir", ""), "../capture/src/test/resources/org/ipsecworkbench/capture/lab");

    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine(arguments).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exit = commandLine.execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    /** With something on standard input. */
    static Run with(byte[] input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            return of(arguments);
        } finally {
            System.setIn(before);
        }
    }

    static Path lab(String name) {
        return LAB.resolve(name + ".pcap");
    }
}
