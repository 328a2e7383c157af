package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.capture.ProblemLog;
import org.ipsecworkbench.policy.KeyDigests;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.PolicyLimits;
import org.ipsecworkbench.policy.Setting;
import org.jspecify.annotations.Nullable;

/** What all readers of the files of one host share: limits, problems, and the blocks that were found. For one thread. */
public final class Reading {
    private final PolicyLimits limits;
    private final KeyDigests digests;
    private final ProblemLog problems;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Setting> unknown = new ArrayList<>();
    private String file = "";
    private String key = "";
    private int objects;
    private int leftOut;

    public Reading(PolicyLimits limits, KeyDigests digests) {
        this.limits = limits;
        this.digests = digests;
        problems = new ProblemLog(limits.maxProblems());
    }

    /** Another file begins. */
    public void file(String name) {
        file = name;
        key = "";
    }

    /** Another key of a hive begins, which has no lines; empty where none is meant any more. */
    void key(String path) {
        key = path.isEmpty() ? "" : ", key " + path;
    }

    /** What reading may cost. */
    public PolicyLimits limits() {
        return limits;
    }

    /** What could not be read. */
    public ProblemLog problems() {
        return problems;
    }

    /** The outermost blocks, in order. */
    public List<Block> blocks() {
        return blocks;
    }

    /** What no table knows. */
    public List<Setting> unknown() {
        if (leftOut > 0) {
            problems.add("file", leftOut + " more lines that no table knows were left out.");
            leftOut = 0;
        }
        return unknown;
    }

    /** A line of this file. */
    Place place(int line) {
        return new Place(file + key, line);
    }

    /** A problem at a line of this file. */
    void problem(int line, String what) {
        problems.add(place(line).label(), what);
    }

    /** Begins an outermost block; null beyond the limit. */
    @Nullable
    Block begin(BlockKind kind, int line, Origin origin) {
        Block block = block(kind, line, origin);
        if (block != null) {
            blocks.add(block);
        }
        return block;
    }

    /** Begins a block inside another one; null beyond the limit. */
    @Nullable
    Block beginInside(Block parent, BlockKind kind, int line) {
        Block block = block(kind, line, parent.origin());
        if (block != null) {
            parent.children().add(block);
        }
        return block;
    }

    private @Nullable Block block(BlockKind kind, int line, Origin origin) {
        if (objects == limits.maxObjects()) {
            problem(line, "There are more than " + objects + " objects; what follows was not read.");
        }
        objects++;
        return objects > limits.maxObjects() ? null : new Block(kind, place(line), origin);
    }

    /** Adds a value to a block. Keys of people are redacted here and come no further. */
    void add(Block block, String key, String label, String value, int line) {
        if (block.settings().size() == limits.maxSettings()) {
            problem(line, "This object has more than " + limits.maxSettings() + " values; the others were not read.");
            return;
        }
        String cut = value.length() > limits.maxText() ? value.substring(0, limits.maxText()) : value;
        if (!Secrets.isSecret(key, label) || cut.isBlank()) {
            block.settings().add(new Setting(key, label, Secrets.redact(cut), place(line)));
        } else {
            block.settings().add(new Setting(key, label, Secrets.REDACTED, place(line)));
            block.settings().add(new Setting(Secrets.DIGEST, label, digests.of(cut.strip()), place(line)));
        }
    }

    /** Appends to the last value of a block. */
    void append(Block block, String text) {
        int last = block.settings().size() - 1;
        if (last >= 0) {
            Setting before = block.settings().get(last);
            String value = before.value() + text;
            if (value.length() <= limits.maxText() && !before.value().equals(Secrets.REDACTED)) {
                block.settings().set(last, new Setting(before.key(), before.label(), value, before.place()));
            }
        }
    }

    /** Keeps what no table knows. */
    void unknown(String label, String value, int line) {
        if (unknown.size() >= limits.maxUnknown()) {
            leftOut++;
            return;
        }
        boolean isSecret = Secrets.isSecret("", label);
        String text = value.length() > limits.maxText() ? value.substring(0, limits.maxText()) : value;
        unknown.add(new Setting("", label, isSecret ? Secrets.REDACTED : Secrets.redact(text), place(line)));
    }
}
