package org.ipsecworkbench.session.store;

import java.util.Locale;
import java.util.Set;
import org.ipsecworkbench.session.EvidenceItem;

/** File names for evidence, made of names that came from anywhere: valid on every system, and in no other folder. */
public final class SafeNames {
    private static final int MAX = 60;
    private static final int BASE = 16;

    private SafeNames() {}

    /** The last part of the item's name, as far as it is safe, behind a number that makes it unique. */
    public static String of(EvidenceItem item, int number) {
        String name = item.name();
        if (item.kind().isTranscript()) {
            name = name.split("\\s", 2)[0].replaceFirst("(?i)\\.exe$", "") + ".transcript";
        }
        String last = name.replaceFirst("(?s).*[/\\\\]", "");
        String safe = last.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("\\.{2,}", ".");
        if (safe.length() > MAX) {
            safe = safe.substring(safe.length() - MAX);
        }
        safe = safe.replaceFirst("^[.-]+", "").replaceFirst("[.-]+$", "");
        return number + "-" + (safe.isEmpty() ? item.kind().key().replaceAll("[^a-z0-9]", "") : safe);
    }

    /** A name that came from anywhere as one of a folder: letters, digits, dots and dashes; never empty. */
    public static String folder(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("\\.{2,}", ".");
        safe = safe.substring(0, Math.min(safe.length(), MAX))
                .replaceFirst("^[.-]+", "")
                .replaceFirst("[.-]+$", "");
        return safe.isEmpty() ? "unnamed" : safe;
    }

    /** A name of a ZIP entry that is not in use yet. */
    static String entry(EvidenceItem item, Set<String> used) {
        int number = item.id().matches("[0-9]{1,9}") ? Integer.parseInt(item.id()) : used.size() + 1;
        String entry = SessionZip.EVIDENCE + of(item, number);
        while (used.contains(entry.toLowerCase(Locale.ROOT))) {
            number = Math.max(number, used.size()) + BASE;
            entry = SessionZip.EVIDENCE + of(item, number);
        }
        used.add(entry.toLowerCase(Locale.ROOT));
        return entry;
    }
}
