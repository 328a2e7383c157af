package org.ipsecworkbench.ike.oakley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.ike.Failure;
import org.ipsecworkbench.ike.Failure.Numbering;
import org.ipsecworkbench.ike.FailureClass;
import org.ipsecworkbench.ike.FailureCodes;
import org.ipsecworkbench.ike.negotiate.Causes;
import org.ipsecworkbench.ike.table.Table;
import org.ipsecworkbench.ike.testing.Captures;
import org.ipsecworkbench.ike.testing.SyntheticLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {
    /** A certificate without a private key, of which later versions say more. */
    private static final long REWORDED = 13_820;

    @ParameterizedTest
    @CsvSource({
        "status 35ed, 13805",
        "status:0x35ed, 13805",
        "status = 13805, 13805",
        "isadb_set_status sa:000F3A30 centry:00000000 status 800735ed, 13805",
        "isadb_set_status sa:000F3A30 centry:00000000 status cbad0325, 13805",
        "status cbad0351, 13849",
        "status 8bad022a, 13868",
        "status cbad0210, 13857",
        "status 0, 0",
        "status, -1",
        "status: pending, -1",
        "no number at all, -1",
    })
    void aStatusIsReadInAllItsWritings(String text, long expected) {
        assertEquals(expected, Statuses.of(text));
    }

    /** Windows 2000 has the same errors under other numbers; what they are called must be the same. */
    @Test
    void theNumbersOfWindows2000MeanWhatItsMessageTableSays() throws IOException {
        Path reference = Captures.shared().resolveSibling("corpus").resolve("reference");
        Map<Long, String> names = new HashMap<>();
        for (String line : Files.readAllLines(reference.resolve("error_ipsec_codes_win32docs.tsv"))) {
            String[] row = line.split("\t");
            if (row[0].matches("138\\d\\d")) {
                names.put(Long.parseLong(row[0]), plain(row[3]));
            }
        }
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(reference.resolve("oakley_dll_message_table.md"))) {
            if (line.startsWith("### 5.1")) {
                break;
            }
            if (line.matches("0x(cbad03[2-5][0-9a-f]|8bad02[23].) \\| .*") && !line.contains("STATUS_")) {
                long code = Statuses.of("status " + line.substring(0, 10));
                String text = plain(line.substring(13).replace("\\r\\n", ""));
                if (code >= 13_801 && code <= 13_876 && code != REWORDED) {
                    compared++;
                    String name = names.getOrDefault(code, "");
                    if (!name.contains(text.substring(0, Math.min(12, text.length())))) {
                        wrong.add(line + " is not " + code + " " + name);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(62, compared);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    @Test
    void aCodeOfSspiIsFoundAnywhere() {
        assertEquals(0x80090311L, Statuses.proof("InitializeSecurityContext failed 80090311"));
        assertEquals(0x800b0109L, Statuses.proof("chain: 0x800B0109 on the root"));
        assertEquals(-1, Statuses.proof("thumbprint a80090311b"));
        assertEquals(-1, Statuses.proof("pending 80090399"), "a code that no table knows explains nothing");
    }

    /** Each status of the tables, as a failed negotiation. */
    @Test
    void everyKnownStatusHasAClass() {
        for (long code = 13_801; code <= 13_883; code++) {
            long read = Statuses.of("status " + Long.toHexString(code));
            assertEquals(code, read);
            FailureClass failureClass =
                    FailureCodes.of(Numbering.WIN32, read, List.of()).failureClass();
            assertEquals(false, failureClass == FailureClass.UNKNOWN, "status " + code);
        }
    }

    /** Each error of the tables that is a failure, in a synthetic log as the block that tells of a failed main mode. */
    @Test
    void everyErrorOfTheTablesEndsANegotiationOfALog() throws IOException {
        int counted = 0;
        Set<FailureClass> classes = EnumSet.noneOf(FailureClass.class);
        for (String[] row : Table.rows(Causes.class, "codes.tsv")) {
            long code = Long.decode(row[1]);
            boolean isOfLogs = row[0].equals("win32") && code >= 13_801 && code <= 13_908;
            if (!isOfLogs || FailureCodes.isBenign(Numbering.WIN32, code) || code == 13_813 || code == 13_805) {
                continue;
            }
            counted++;
            byte[] log = new SyntheticLog()
                    .start("PresharedKey KeyLen 24")
                    .first()
                    .toKeys(1)
                    .failure(Long.toHexString(code), true, "Preshared key ID.", "Me", "synthetic reason")
                    .bytes();
            Failure failure =
                    OakleyLogsTest.read(log).report().negotiations().get(0).failure();
            assertNotNull(failure, row[2]);
            assertNotNull(failure.code(), row[2]);
            assertEquals(code, failure.code().value());
            assertEquals(FailureCodes.of(Numbering.WIN32, code, List.of()).explanation(), failure.explanation());
            classes.add(failure.failureClass());
        }
        assertTrue(counted > 80, "errors: " + counted);
        Set<FailureClass> others = EnumSet.complementOf(EnumSet.copyOf(classes));
        // Silence has its own tests, and what no table knows, too.
        assertEquals(EnumSet.of(FailureClass.UNKNOWN), others.stream().collect(Collectors.toSet()));
    }
}
