package org.ipsecworkbench.ike.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** Synthetic logs by name: a success, and one failure of each class. */
public final class SyntheticLogs {
    private static final String PSK = "Preshared key ID.";
    private static final String CERT = "Certificate based Identity.";
    private static final String KERBEROS = "Kerberos based Identity: peer$@EXAMPLE.COM";

    private SyntheticLogs() {}

    /** All of them, in a fixed order. */
    public static Map<String, SyntheticLog> all() {
        Map<String, SyntheticLog> all = new LinkedHashMap<>();
        all.put("established", preshared().mainMode(1).quickMode());
        all.put("responder", responder());
        all.put("no-response", preshared().first().exhaust().failure("35ed", true, PSK, "Me", "Negotiation timed out"));
        all.put(
                "no-policy",
                preshared()
                        .first()
                        .receive("ISAKMP Informational Exchange", "", 0, "NOTIFY", "a1b2c3d4", 56, "NOTIFY")
                        .line("Received notify 12345 data 00003601")
                        .failure("35ef", true, PSK, "Peer", "IKE SA deleted by peer before establishment completed"));
        all.put(
                "proposal",
                preshared()
                        .first()
                        .receive("ISAKMP Informational Exchange", "", 0, "NOTIFY", "a1b2c3d4", 56, "NOTIFY")
                        .line("Received notify (1) NO_PROPOSAL_CHOSEN")
                        .failure("35ed", true, PSK, "Me", "Negotiation timed out"));
        all.put(
                "selectors",
                preshared()
                        .mainMode(1)
                        .quickFirst()
                        .line("Received notify INVALID_ID_INFORMATION")
                        .failure("35ed", false, PSK, "Me", "Negotiation timed out"));
        all.put(
                "preshared-key",
                preshared()
                        .first()
                        .toKeys(1)
                        .proof()
                        .exhaust()
                        .failure("35ed", true, PSK, "Me", "Negotiation timed out"));
        all.put(
                "authentication",
                preshared()
                        .first()
                        .toKeys(1)
                        .proof()
                        .failure("35e9", true, PSK, "Peer", "IKE authentication credentials are unacceptable"));
        all.put(
                "certificate",
                new SyntheticLog()
                        .start("RSA Sig CN=Example Root AuthFlags 0")
                        .first()
                        .toKeys(3)
                        .line("Received cert request CN=Example Root")
                        .line("Looking for IPSec only cert")
                        .line("failed to get chain 80092004")
                        .failure("35ee", true, CERT, "Me", "IKE failed to find valid machine certificate"));
        all.put(
                "kerberos",
                new SyntheticLog()
                        .start("Kerberos")
                        .first()
                        .toKeys(65001)
                        .line("Initializing SSPI")
                        .line("Target name: host/peer.example.com")
                        .line("InitializeSecurityContext failed 80090311")
                        .failure("3603", true, KERBEROS, "Me", "Failed to authenticate using kerberos"));
        all.put(
                "peer-deleted",
                preshared()
                        .first()
                        .toKeys(1)
                        .failure("35ef", true, PSK, "Peer", "IKE SA deleted by peer before establishment completed"));
        all.put(
                "driver",
                preshared()
                        .mainMode(1)
                        .quickFirst()
                        .failure("3624", false, PSK, "Me", "Failed to add Security Association to IPSec Driver."));
        all.put("soft", preshared().first().line("isadb_set_status sa:00144F60 centry:000D7598 status 3614"));
        all.put(
                "silence-then-soft",
                preshared()
                        .first()
                        .exhaust()
                        .line("Create QM Soft SA")
                        .line("isadb_set_status sa:00144F60 centry:000D7598 status 3614"));
        all.put("unknown", preshared().first().toKeys(1).failure("3bad", true, PSK, "Me", "Fehler 15277"));
        return all;
    }

    private static SyntheticLog preshared() {
        return new SyntheticLog().start("PresharedKey KeyLen 24");
    }

    /** The other side began. */
    private static SyntheticLog responder() {
        return new SyntheticLog()
                .line("Initialization OK")
                .at(10, 0, 30)
                .receive("Oakley Main Mode", "0000000000000000", 0, "SA", "00000000", 216, "SA", "VENDOR ID")
                .line("Received Phase 1 Transform 1")
                .line("     Encryption Alg DES CBC(1)")
                .line("     Hash Alg MD5(1)")
                .line("     Oakley Group 1")
                .line("     Auth Method Kerberos(65001)")
                .line("Received Phase 1 Transform 2")
                .line("     Encryption Alg Triple DES CBC(5)")
                .line("     Hash Alg SHA(2)")
                .line("     Oakley Group 268435457")
                .line("     Auth Method Kerberos(65001)")
                .line("Phase 1 SA accepted: transform=2")
                .send("Oakley Main Mode", "", 0, "SA", "00000000", 116, "SA (ISAKMP)")
                .line("Peer behind NAT")
                .line("Something that no table knows");
    }
}
