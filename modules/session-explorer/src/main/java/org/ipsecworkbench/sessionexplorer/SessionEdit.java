package org.ipsecworkbench.sessionexplorer;

import javax.swing.undo.AbstractUndoableEdit;
import org.ipsecworkbench.session.Session;
import org.openide.util.NbBundle.Messages;

/** A change of what is said about evidence, to undo and to do again. What was added to the session meanwhile stays. */
@Messages({"# {0} - what was done", "LBL_UndoEdit=Undo: {0}", "# {0} - what was done", "LBL_RedoEdit=Redo: {0}"})
final class SessionEdit extends AbstractUndoableEdit {
    private static final long serialVersionUID = 1;

    private final transient OpenedSession session;
    private final String what;
    private final transient Session before;
    private final transient Session after;

    SessionEdit(OpenedSession session, String what, Session before, Session after) {
        this.session = session;
        this.what = what;
        this.before = before;
        this.after = after;
    }

    @Override
    public void undo() {
        super.undo();
        session.change(Bundle.LBL_UndoEdit(what), now -> Edits.undone(now, before));
    }

    @Override
    public void redo() {
        super.redo();
        session.change(Bundle.LBL_RedoEdit(what), now -> Edits.undone(now, after));
    }

    @Override
    public String getPresentationName() {
        return what;
    }
}
