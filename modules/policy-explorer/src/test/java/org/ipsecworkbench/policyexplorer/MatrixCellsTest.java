package org.ipsecworkbench.policyexplorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ipsecworkbench.policy.AddressRange;
import org.ipsecworkbench.policy.HostPolicy;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Outcome;
import org.ipsecworkbench.policy.Policies;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.policy.PredictionMatrix;
import org.ipsecworkbench.policy.PredictionMatrix.Host;
import org.ipsecworkbench.policy.PredictionMatrix.Service;
import org.ipsecworkbench.policy.PredictionMatrix.Verdict;
import org.junit.jupiter.api.Test;

/** Lines and looks of a matrix; all policies are synthetic. */
class MatrixCellsTest {
    private static final String RESPONDS = "add policy name=P activatedefaultrule=yes assign=yes\n";
    private static final String ASKS = """
            add policy name=P activatedefaultrule=no assign=yes
            add filterlist name=L
            add filter filterlist=L srcaddr=me dstaddr=any protocol=any mirrored=yes
            add filteraction name=A action=negotiate inpass=yes soft=yes qmsecmethods="ESP[3DES,SHA1]:100000k/900s"
            add rule name=R policy=P filterlist=L filteraction=A kerberos=yes
            """;

    private final PredictionMatrix matrix = PredictionMatrix.of(
            List.of(host("C1", 1, RESPONDS), host("S1", 2, ASKS), host("C2", 3, RESPONDS)), new Service(6, 445));

    private static Host host(String name, int number, String script) {
        Policies.Document document = new Policies.Document("script", script.getBytes(StandardCharsets.UTF_8));
        HostPolicy policy = Policies.parse(name, List.of(document), PolicyLimits.DEFAULT, KeyDigests.random())
                .model();
        return new Host(policy, Objects.requireNonNull(AddressRange.parse("10.0.0." + number)));
    }

    private static CellLook look(MatrixCells cells, int row, int column) {
        Verdict verdict = cells.at(row, column);
        assertNotNull(verdict);
        return CellLook.of(verdict);
    }

    @Test
    void hostsThatAreAlikeStandBesideEachOtherOrAreOneLine() {
        MatrixCells hosts = MatrixCells.byHost(matrix);
        assertEquals(List.of("C1", "C2", "S1"), List.of(hosts.name(0), hosts.name(1), hosts.name(2)));
        assertNull(hosts.at(1, 1), "a host and itself are no pair");
        assertEquals(hosts.host(1), hosts.peer(1, 1));
        MatrixCells kinds = MatrixCells.byKind(matrix);
        assertEquals(List.of("C1 and 1 more", "S1"), List.of(kinds.name(0), kinds.name(1)));
        assertNotEquals(kinds.host(0), kinds.peer(0, 0), "two hosts of one kind are a pair");
        assertNull(kinds.at(1, 1), "one of a kind is none");
    }

    @Test
    void whereBothOnlyRespondIsALookOfItsOwn() {
        MatrixCells hosts = MatrixCells.byHost(matrix);
        assertEquals(CellLook.RESPOND_ONLY, look(hosts, 0, 1));
        assertEquals(CellLook.ENCRYPTED, look(hosts, 0, 2));
        assertNotEquals(CellLook.CLEAR_BY_DESIGN.letter(), CellLook.RESPOND_ONLY.letter());
        assertNotEquals(CellLook.CLEAR_BY_DESIGN.words(), CellLook.RESPOND_ONLY.words());
    }

    @Test
    void everyOutcomeHasALookAndEveryLookALetterOfItsOwn() {
        List<CellLook> looks = Arrays.asList(CellLook.values());
        assertEquals(
                looks.size(), looks.stream().map(CellLook::letter).distinct().count());
        assertEquals(
                looks.size(), looks.stream().map(CellLook::words).distinct().count());
        assertEquals(looks.size(), Outcome.values().length + 1);
    }
}
