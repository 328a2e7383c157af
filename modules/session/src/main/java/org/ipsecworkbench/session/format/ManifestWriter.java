package org.ipsecworkbench.session.format;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ipsecworkbench.json.JsonLimits;
import org.ipsecworkbench.json.JsonReader;
import org.ipsecworkbench.json.JsonValue;
import org.ipsecworkbench.json.JsonWriter;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;

/** Writes a session as {@code session.json}: the same bytes for the same session. */
public final class ManifestWriter {
    private static final int NANO_DIGITS = 9;

    private ManifestWriter() {}

    public static byte[] write(Session session) {
        JsonWriter json = new JsonWriter()
                .put("schema", Session.SCHEMA)
                .put("title", session.title())
                .put("created", session.created().toString())
                .put("notes", session.notes())
                .put("hosts", session.hosts().stream().map(ManifestWriter::host).toList())
                .put(
                        "evidence",
                        session.evidence().stream().map(ManifestWriter::item).toList())
                .put(
                        "bookmarks",
                        session.bookmarks().stream()
                                .map(ManifestWriter::bookmark)
                                .toList());
        return JsonWriter.indented(with(json, session.others()));
    }

    private static JsonValue host(SessionHost host) {
        JsonWriter json = new JsonWriter().put("name", host.name());
        host.clockOffset().ifPresent(offset -> json.put("clockOffset", seconds(offset)));
        if (!host.system().isEmpty()) {
            JsonWriter system = new JsonWriter();
            for (Map.Entry<String, String> value : host.system().entrySet()) {
                system.put(value.getKey(), value.getValue());
            }
            json.put("system", system.build());
        }
        return with(json, host.others());
    }

    private static JsonValue item(EvidenceItem item) {
        JsonWriter json = new JsonWriter()
                .put("id", item.id())
                .put("kind", item.kind().key())
                .putKnown("host", item.host())
                .put("name", item.name());
        if (item.takenAt() != null) {
            json.put("takenAt", item.takenAt().toString());
        }
        if (item.size() >= 0) {
            json.put("size", item.size());
        }
        json.putKnown("sha256", item.sha256());
        if (item.location() instanceof Location.Inside inside) {
            json.put("entry", inside.entry());
        } else if (item.location() instanceof Location.Outside outside) {
            json.put("file", outside.path());
        }
        json.putKnown("note", item.note());
        if (item.isBaseline()) {
            json.put("baseline", true);
        }
        return with(json, item.others());
    }

    private static JsonValue bookmark(Bookmark bookmark) {
        JsonWriter json = new JsonWriter()
                .put("item", bookmark.item())
                .putKnown("place", bookmark.place())
                .putKnown("note", bookmark.note());
        return with(json, bookmark.others());
    }

    private static JsonValue with(JsonWriter json, String others) {
        List<JsonValue> roots = JsonReader.read(others, JsonLimits.DEFAULT).roots();
        if (!roots.isEmpty() && roots.get(0) instanceof JsonValue.Members members) {
            json.putAll(members);
        }
        return json.build();
    }

    /** As a decimal number without an exponent. */
    private static JsonValue seconds(Duration offset) {
        String digits = BigDecimal.valueOf(offset.getSeconds())
                .add(BigDecimal.valueOf(offset.getNano(), NANO_DIGITS))
                .stripTrailingZeros()
                .toPlainString();
        return new JsonValue.Literal(digits, 0);
    }
}
