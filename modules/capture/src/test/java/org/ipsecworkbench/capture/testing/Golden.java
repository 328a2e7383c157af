package org.ipsecworkbench.capture.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that people read, kept as files beside the tests.
 *
 * <p>With the system property {@code ipsecwb.golden=write} the files are written instead of compared.
 */
public final class Golden {
    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));

    private Golden() {}

    /** Fails with the lines that differ where a text is not the one of a file. */
    public static void check(Path file, String text) throws IOException {
        if (WRITE) {
            Files.writeString(file, text);
            return;
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        if (!expected.equals(text)) {
            fail(file.getFileName()
                    + " differs (- expected, + now; -Dipsecwb.golden=write where the change is meant):\n"
                    + difference(expected.lines().toList(), text.lines().toList()));
        }
    }

    /** The lines that differ, by their longest common subsequence. */
    private static String difference(List<String> before, List<String> now) {
        int[][] common = new int[before.size() + 1][now.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            if (i < before.size() && j < now.size() && before.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (j == now.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + now.get(j++));
            }
        }
        return String.join("\n", lines);
    }
}
