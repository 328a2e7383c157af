package org.ipsecworkbench.diagnosis.check.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.diagnosis.Finding;
import org.ipsecworkbench.diagnosis.HostEvidence;
import org.ipsecworkbench.diagnosis.HostFacts;
import org.ipsecworkbench.diagnosis.Remedy;
import org.ipsecworkbench.diagnosis.Verdict;
import org.ipsecworkbench.hostconnection.Transcript;

/** Whether a host records its negotiations. */
final class Auditing {
    private static final String MAIN_MODE = "0CCE9218-69AE-11D9-BED3-505054503030";
    private static final int SETTING = 4;

    /** The word for nothing in the languages in which it is known; German and Japanese are not verified. */
    private static final Set<String> NOTHING =
            Set.of("no auditing", "keine überwachung", "pas d'audit", "監査なし", "没有审核", "无审核");

    /** The words for success, failure and both in the same languages, as far as they are known. */
    private static final Set<String> SOMETHING = Set.of(
            "success",
            "failure",
            "success and failure",
            "erfolg",
            "fehler",
            "erfolg und fehler",
            "succès",
            "échec",
            "succès et échec",
            "成功",
            "失敗",
            "成功および失敗",
            "失败",
            "成功和失败");

    private static final Pattern NUMBER = Pattern.compile("(?im)^" + MAIN_MODE + "=(\\d{1,2})\\s*$");
    private static final int SUCCESS_OR_FAILURE = 3;

    private static final Pattern DISABLED = Pattern.compile("(?i)DisableIKEAudits\\s+REG_DWORD\\s+0x0*([0-9a-f]+)");

    private Auditing() {}

    static Finding examine(HostFacts host) {
        return host.platform().isLegacy() ? legacy(host) : modern(host);
    }

    /**
     * Where auditpol says it.
     *
     * @param number of the line
     * @param setting in the words of the host
     */
    private record Said(int number, String name, String setting) {}

    private static Optional<Said> said(HostEvidence host) {
        int number = 0;
        for (String line : host.answer(Commands.AUDITING)
                .map(one -> one.outputText().lines().toList())
                .orElse(List.of())) {
            number++;
            String[] columns = line.split(",", -1);
            if (columns.length > SETTING && line.toUpperCase(Locale.ROOT).contains(MAIN_MODE)) {
                return Optional.of(new Said(number, columns[2], columns[SETTING].strip()));
            }
        }
        return Optional.empty();
    }

    /** Whether the host said it in a language whose words are not known, so that it has to be asked in numbers. */
    static boolean isInOtherWords(HostEvidence host) {
        return said(host)
                .map(one -> one.setting().toLowerCase(Locale.ROOT))
                .filter(words -> !NOTHING.contains(words) && !SOMETHING.contains(words))
                .isPresent();
    }

    private static Finding modern(HostFacts host) {
        Optional<Said> said = said(host.evidence());
        if (said.isEmpty()) {
            return unknown(host);
        }
        if (!isInOtherWords(host.evidence())) {
            Evidence evidence = Evidence.line(
                    host.name(),
                    Commands.AUDITING,
                    said.get().number(),
                    said.get().name() + ": " + said.get().setting());
            boolean isOff = NOTHING.contains(said.get().setting().toLowerCase(Locale.ROOT));
            return isOff ? off(host, evidence) : on(host, evidence);
        }
        Matcher number = NUMBER.matcher(host.evidence()
                .answer(Commands.AUDITING_IN_NUMBERS)
                .map(Transcript::outputText)
                .orElse(""));
        if (!number.find()) {
            return unknown(host);
        }
        boolean isOff = (Integer.parseInt(number.group(1)) & SUCCESS_OR_FAILURE) == 0;
        Evidence evidence = Evidence.whole(
                host.name(), Commands.AUDITING_IN_NUMBERS, number.group().strip());
        return isOff ? off(host, evidence) : on(host, evidence);
    }

    private static Finding legacy(HostFacts host) {
        Optional<Transcript> answer = host.evidence().answer(Commands.AUDITS_DISABLED);
        boolean isDisabled = answer.map(one -> DISABLED.matcher(one.outputText()))
                .filter(match -> match.find() && !match.group(1).matches("0*"))
                .isPresent();
        if (isDisabled) {
            return Finding.of(
                            "audits-disabled",
                            List.of(host.name()),
                            Verdict.ATTENTION,
                            0.95,
                            "The registry of " + host.name() + " forbids audit events of IKE",
                            List.of(Evidence.whole(host.name(), Commands.AUDITS_DISABLED, "DisableIKEAudits is set")),
                            "The value gone, or 0.")
                    .remedied("remove the value DisableIKEAudits", allow(host));
        }
        return unknown(host);
    }

    private static List<Remedy> allow(HostFacts host) {
        String key = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\Audit";
        return Remedy.draft(
                        "allow-ike-audits/" + host.name(),
                        host.name(),
                        "Let IKE audit on " + host.name(),
                        Remedy.Risk.LOW,
                        "The Security log gets an event per SA.")
                .run("reg", "delete", key, "/v", "DisableIKEAudits", "/f")
                .undo("reg", "add", key, "/v", "DisableIKEAudits", "/t", "REG_DWORD", "/d", "1", "/f")
                .done();
    }

    private static Finding on(HostFacts host, Evidence evidence) {
        return Finding.of(
                "audited",
                List.of(host.name()),
                Verdict.OK,
                0.9,
                host.name() + " records its negotiations",
                List.of(evidence),
                "Auditing switched off, or a log that wrapped around.");
    }

    private static Finding off(HostFacts host, Evidence evidence) {
        String main = "/subcategory:{" + MAIN_MODE + "}";
        List<Remedy> remedy = Remedy.draft(
                        "audit/" + host.name(),
                        host.name(),
                        "Audit IPsec main mode on " + host.name(),
                        Remedy.Risk.LOW,
                        "The Security log gets an event per negotiation.")
                .run("auditpol", "/set", main, "/success:enable", "/failure:enable")
                .undo("auditpol", "/set", main, "/success:disable", "/failure:disable")
                .restsOn(host.evidence(), Commands.AUDITING)
                .done();
        return Finding.of(
                        "not-audited",
                        List.of(host.name()),
                        Verdict.ATTENTION,
                        0.9,
                        host.name() + " does not audit its negotiations",
                        List.of(evidence),
                        "Auditing switched on.")
                .remedied("switch auditing of IPsec main mode on", remedy);
    }

    private static Finding unknown(HostFacts host) {
        return Finding.of(
                "auditing-unknown",
                List.of(host.name()),
                Verdict.INCONCLUSIVE,
                0,
                "Whether " + host.name() + " records its negotiations is not known",
                List.of(),
                "An event of a negotiation, or the audit policy.");
    }
}
