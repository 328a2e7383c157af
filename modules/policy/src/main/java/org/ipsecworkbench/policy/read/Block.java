package org.ipsecworkbench.policy.read;

import java.util.ArrayList;
import java.util.List;
import org.ipsecworkbench.policy.Origin;
import org.ipsecworkbench.policy.Place;
import org.ipsecworkbench.policy.Setting;

/** Settings that were read together and describe one thing. Is built by one thread and not changed once it is handed on. */
public final class Block {
    private final BlockKind kind;
    private final Place place;
    private final Origin origin;
    private final List<Setting> settings = new ArrayList<>();
    private final List<Block> children = new ArrayList<>();

    Block(BlockKind kind, Place place, Origin origin) {
        this.kind = kind;
        this.place = place;
        this.origin = origin;
    }

    /** What it describes. */
    public BlockKind kind() {
        return kind;
    }

    /** Where it begins. */
    public Place place() {
        return place;
    }

    /** The store that the whole listing is of. */
    public Origin origin() {
        return origin;
    }

    /** Its settings, in order. */
    public List<Setting> settings() {
        return settings;
    }

    /** Blocks inside it, such as the proposals of a set. */
    public List<Block> children() {
        return children;
    }

    /** Whether a key has a value. */
    public boolean has(String key) {
        return settings.stream().anyMatch(setting -> setting.key().equals(key));
    }

    /** The first value of a key, stripped; empty where it has none. */
    public String value(String key) {
        for (Setting setting : settings) {
            if (setting.key().equals(key)) {
                return setting.value().strip();
            }
        }
        return "";
    }

    /** All settings of a key. */
    public List<Setting> all(String key) {
        return settings.stream().filter(setting -> setting.key().equals(key)).toList();
    }
}
