package org.ipsecworkbench.session.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.json.JsonLimits;
import org.ipsecworkbench.json.JsonReader;
import org.ipsecworkbench.json.JsonValue;
import org.ipsecworkbench.session.Bookmark;
import org.ipsecworkbench.session.EvidenceItem;
import org.ipsecworkbench.session.EvidenceKind;
import org.ipsecworkbench.session.Location;
import org.ipsecworkbench.session.Session;
import org.ipsecworkbench.session.SessionHost;
import org.ipsecworkbench.session.SessionLimits;
import org.jspecify.annotations.Nullable;

/** Reads {@code session.json}, of any version, as far as it goes. */
public final class ManifestReader {
    private static final Pattern SCHEMA = Pattern.compile("ipsecwb/session/(\\d{1,9})");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final SessionLimits limits;
    private final ProblemLog problems;

    private ManifestReader(SessionLimits limits, ProblemLog problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** What the bytes say; an empty session where they say nothing. */
    public static Session read(byte[] manifest, SessionLimits limits, ProblemLog problems) {
        JsonLimits json = new JsonLimits(
                limits.maxManifestBytes(),
                JsonLimits.DEFAULT.maxDepth(),
                JsonLimits.DEFAULT.maxValues(),
                JsonLimits.DEFAULT.maxText());
        JsonReader.Result result = JsonReader.read(manifest, json);
        if (!result.damage().isEmpty()) {
            problems.add(
                    "session.json, line " + result.damagedLine(),
                    "The session's own list ends or is damaged here: " + result.damage()
                            + ". What came before it is kept.");
        }
        if (result.roots().isEmpty() || !(result.roots().get(0) instanceof JsonValue.Members root)) {
            if (result.damage().isEmpty()) {
                problems.add("session.json", "The session's own list is no JSON object.");
            }
            return Session.empty("", Instant.EPOCH);
        }
        return new ManifestReader(limits, problems).session(root);
    }

    private Session session(JsonValue.Members root) {
        Fields fields = new Fields(root, "The session", problems);
        version(fields.text("schema"));
        String title = fields.text("title");
        @Nullable Instant created = fields.time("created");
        String notes = fields.text("notes");
        List<SessionHost> hosts = hosts(fields.objects("hosts"));
        List<EvidenceItem> evidence = evidence(fields.objects("evidence"));
        List<Bookmark> bookmarks = bookmarks(fields.objects("bookmarks"));
        return new Session(
                title, created == null ? Instant.EPOCH : created, hosts, evidence, notes, bookmarks, fields.others());
    }

    private void version(String schema) {
        Matcher version = SCHEMA.matcher(schema);
        if (!version.matches()) {
            problems.add("session.json", "It does not say that it is a session: its schema is none of ours.");
        } else if (!version.group(1).equals("1")) {
            problems.add(
                    "session.json",
                    "A newer version of the workbench wrote this session (" + schema
                            + "). What this one knows is shown;" + " the rest is kept when the session is saved.");
        }
    }

    private List<SessionHost> hosts(List<JsonValue.Members> objects) {
        List<SessionHost> hosts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonValue.Members object : limited(objects, "hosts")) {
            Fields fields = new Fields(object, "A host", problems);
            SessionHost host = new SessionHost(
                    fields.text("name"), fields.seconds("clockOffset"), fields.texts("system"), fields.others());
            if (names.add(host.name())) {
                hosts.add(host);
            } else {
                problems.add(
                        "session.json, line " + object.line(),
                        "The host " + host.name() + " is there twice; the first counts.");
            }
        }
        return hosts;
    }

    private List<EvidenceItem> evidence(List<JsonValue.Members> objects) {
        List<EvidenceItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue.Members object : limited(objects, "items of evidence")) {
            EvidenceItem item = item(object, ids);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private @Nullable EvidenceItem item(JsonValue.Members object, Set<String> ids) {
        String where = "session.json, line " + object.line();
        Fields fields = new Fields(object, "An item", problems);
        String id = fields.text("id");
        String entry = fields.text("entry");
        String file = fields.text("file");
        if (entry.isEmpty() && file.isEmpty()) {
            problems.add(where, "An item of evidence does not say where it is, and is left out.");
            return null;
        }
        String kind = fields.text("kind");
        String hash = fields.text("sha256").toLowerCase(Locale.ROOT);
        if (!hash.isEmpty() && !HASH.matcher(hash).matches()) {
            problems.add(where, "The hash of an item is no SHA-256; it cannot be told whether it was changed.");
            hash = "";
        }
        if (!ids.add(id)) {
            String other = free(id, ids);
            problems.add(where, "The id " + id + " is there twice; this item is called " + other + " now.");
            id = other;
        }
        return new EvidenceItem(
                id,
                kind.isEmpty() ? EvidenceKind.FILE : EvidenceKind.of(kind),
                fields.text("host"),
                fields.text("name"),
                fields.time("takenAt"),
                fields.size("size"),
                hash,
                entry.isEmpty() ? new Location.Outside(file) : new Location.Inside(entry),
                fields.text("note"),
                fields.isTrue("baseline"),
                fields.others());
    }

    private static String free(String id, Set<String> ids) {
        int number = ids.size() + 1;
        while (!ids.add(id + "-" + number)) {
            number++;
        }
        return id + "-" + number;
    }

    private List<Bookmark> bookmarks(List<JsonValue.Members> objects) {
        List<Bookmark> bookmarks = new ArrayList<>();
        for (JsonValue.Members object : limited(objects, "bookmarks")) {
            Fields fields = new Fields(object, "A bookmark", problems);
            bookmarks.add(
                    new Bookmark(fields.text("item"), fields.text("place"), fields.text("note"), fields.others()));
        }
        return bookmarks;
    }

    private List<JsonValue.Members> limited(List<JsonValue.Members> objects, String what) {
        if (objects.size() <= limits.maxItems()) {
            return objects;
        }
        problems.add(
                "session.json",
                "The session lists " + objects.size() + " " + what + "; only the first " + limits.maxItems()
                        + " are read.");
        return objects.subList(0, limits.maxItems());
    }
}
