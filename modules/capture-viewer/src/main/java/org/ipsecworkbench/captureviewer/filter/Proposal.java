package org.ipsecworkbench.captureviewer.filter;

import java.util.List;
import org.ipsecworkbench.capture.PacketFilter;

/**
 * Something that can be taken into the field.
 *
 * @param start where the text that it replaces begins
 * @param end where it ends
 * @param text what is put there
 * @param explanation what it means; may be empty
 */
record Proposal(int start, int end, String text, String explanation) {
    /** What can stand at the caret. */
    static List<Proposal> completions(String text, int caret) {
        return PacketFilter.complete(text, caret).stream()
                .map(one -> new Proposal(one.start(), one.end(), one.text(), one.explanation()))
                .toList();
    }

    /** The filters of before, each of which replaces all of the text. */
    static List<Proposal> history(String text, List<String> filters) {
        return filters.stream()
                .map(filter -> new Proposal(0, text.length(), filter, ""))
                .toList();
    }

    /** The text with this taken in, and a blank behind it unless one is there. */
    String applyTo(String before) {
        String rest = before.substring(end);
        return before.substring(0, start) + text + (rest.startsWith(" ") || isWhole(before) ? rest : " " + rest);
    }

    /** Where the caret stands after that. */
    int caret(String before) {
        return start + text.length() + (isWhole(before) ? 0 : 1);
    }

    private boolean isWhole(String before) {
        return start == 0 && end == before.length() && explanation.isEmpty();
    }
}
