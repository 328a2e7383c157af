package org.ipsecworkbench.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipsecworkbench.policy.table.Table;
import org.junit.jupiter.api.Test;

/** The page of what predictions rest on is what the tables say. */
class PredictionTablesTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", ""), "../../application/src/main/docs/predictions.md");
    private static final boolean WRITE = "write".equals(System.getProperty("ipsecwb.golden"));

    @Test
    void everyCellAndEveryFactStandsThereWithItsSource() throws IOException {
        String page = page();
        if (WRITE) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE).replace("\r\n", "\n"));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # What predictions rest on

                `ipsecwb predict` and the windows of predictions know, beside two policies, what stands here: rows of `matrix.tsv` and
                `facts.tsv` in `modules/policy`, from which a test writes this page (`-Dipsecwb.golden=write`). The confidence of a prediction
                is the product of the rows that it rests on. Sources: policy-model.md and checks.md are the notes of this project about
                Windows; TN is TechNet; MS- are protocol documents of Microsoft; FWP is the documentation of the filtering platform; [K] is
                knowledge that no document at hand confirms; ours are choices of this project.

                ## What the roles of two hosts add up to

                The first row that fits counts; `*` is any role. REQUEST_IN takes what comes in clear and answers with IPsec: *inpass* without
                *soft*. RESPOND is the default response rule alone. NEGOTIATE goes through main mode and quick mode; NEGOTIATE_BACK
                is begun by the receiver's answer.

                | model | sender | receiver | outcome | where the negotiation fails | confidence | why | source |
                |---|---|---|---|---|---|---|---|
                """);
        Table.rows("matrix.tsv", 8)
                .forEach(row -> page.append(line(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7])));
        page.append("""

                ## What is assumed

                | fact | confidence | what it says | where it stands in for a value | source |
                |---|---|---|---|---|
                """);
        Table.rows("facts.tsv", 5)
                .forEach(row -> page.append(
                        line("`" + row[0] + "`", row[2], row[4], row[1].isEmpty() ? "" : "`" + row[1] + "`", row[3])));
        return page.toString();
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append("| ")
                    .append(cell.replace("|", "\\|").replaceAll("^\\*$", "\\\\*"))
                    .append(' ');
        }
        return line.append("|\n").toString();
    }
}
