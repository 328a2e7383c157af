package org.ipsecworkbench.captureviewer.details;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.tree.TreeNode;
import javax.swing.tree.TreePath;
import org.ipsecworkbench.capture.Detail;
import org.jspecify.annotations.Nullable;
import org.openide.util.NbBundle.Messages;

/** A line of the tree. Its children are made when they are asked for, so that a closed branch costs nothing. */
@Messages({"LBL_CutInside=  (cut off inside)", "LBL_WrongInside=  (something inside is wrong)"})
final class DetailNode implements TreeNode {
    private final @Nullable DetailNode parent;
    private final Detail detail;
    private final String key;
    private final Detail.State worst;
    private @Nullable List<DetailNode> children;

    private DetailNode(@Nullable DetailNode parent, Detail detail, String key) {
        this.parent = parent;
        this.detail = detail;
        this.key = key;
        worst = detail.worst();
    }

    /** The invisible root above a packet's headers. */
    static DetailNode root(List<Detail> headers) {
        return new DetailNode(null, new Detail("", "", Detail.State.SOUND, -1, 0, headers), "");
    }

    Detail detail() {
        return detail;
    }

    /** What makes it the same line in another packet: its name, which of its name it is, and those above it. */
    String key() {
        return key;
    }

    /** The worst state in it and below it. */
    Detail.State worst() {
        return worst;
    }

    List<DetailNode> lines() {
        List<DetailNode> made = children;
        if (made == null) {
            made = new ArrayList<>(detail.children().size());
            Map<String, Integer> seen = new HashMap<>();
            for (Detail child : detail.children()) {
                int nth = seen.merge(child.name(), 1, Integer::sum);
                made.add(new DetailNode(this, child, key + '/' + child.name() + (nth == 1 ? "" : "#" + nth)));
            }
            children = made;
        }
        return made;
    }

    TreePath path() {
        return parent == null ? new TreePath(this) : parent.path().pathByAddingChild(this);
    }

    /** The line below this one that says most about a byte: the shortest that holds it, the deepest of equals; or null. */
    @Nullable
    DetailNode at(int offset) {
        DetailNode best = null;
        for (DetailNode child : lines()) {
            DetailNode found = child.at(offset);
            if (found == null && child.holds(offset)) {
                found = child;
            }
            if (found != null && (best == null || found.detail.length() <= best.detail.length())) {
                best = found;
            }
        }
        return best;
    }

    private boolean holds(int offset) {
        return detail.hasPlace() && offset >= detail.offset() && offset - detail.offset() < detail.length();
    }

    /** The line in words; a closed branch tells what is wrong inside it. */
    String words(boolean closed) {
        String line = detail.value().isEmpty() ? detail.name() : detail.name() + ": " + detail.value();
        if (!closed || worst == detail.state()) {
            return line;
        }
        return line + (worst == Detail.State.CUT ? Bundle.LBL_CutInside() : Bundle.LBL_WrongInside());
    }

    /** What is copied. */
    @Override
    public String toString() {
        return words(false);
    }

    @Override
    public TreeNode getChildAt(int index) {
        return lines().get(index);
    }

    @Override
    public int getChildCount() {
        return detail.children().size();
    }

    @Override
    public @Nullable TreeNode getParent() {
        return parent;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // two lines may be alike
    public int getIndex(TreeNode node) {
        List<DetailNode> all = lines();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == node) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return detail.children().isEmpty();
    }

    @Override
    public Enumeration<? extends TreeNode> children() {
        return Collections.enumeration(lines());
    }
}
