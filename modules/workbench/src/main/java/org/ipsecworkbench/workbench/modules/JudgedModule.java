package org.ipsecworkbench.workbench.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipsecworkbench.extension.trust.JarSignature;
import org.ipsecworkbench.extension.trust.ModuleTrust;
import org.ipsecworkbench.workbench.RowsModel;
import org.openide.modules.ModuleInfo;
import org.openide.util.Lookup;
import org.openide.util.NbBundle.Messages;

/**
 * An added module with its signature, as a row of the options.
 *
 * @param module what it is
 * @param signature of its JAR
 * @param isKnown whether the module system knows it, which it does not where it was refused
 * @param state what becomes of it, in words
 */
@Messages({
    "CTL_ModuleName=Module",
    "CTL_ModuleSigner=Signed by",
    "CTL_ModuleState=May it run?",
    "MSG_Runs=Yes",
    "# {0} - why it is mentioned",
    "MSG_RunsWarned=Yes, with a warning: {0}",
    "# {0} - why",
    "MSG_DoesNotRun=No: {0}",
    "MSG_NoSigner=nobody",
    "MSG_SignatureBroken=not known: the file was changed"
})
record JudgedModule(AddedModule module, JarSignature signature, boolean isKnown, String state) {
    /** What the table of added modules shows of each. */
    enum Column implements RowsModel.Column<JudgedModule> {
        NAME(Bundle.CTL_ModuleName()),
        SIGNER(Bundle.CTL_ModuleSigner()),
        STATE(Bundle.CTL_ModuleState());

        private final String title;

        Column(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public Class<?> type() {
            return String.class;
        }

        @Override
        public Object of(JudgedModule row) {
            return switch (this) {
                case NAME -> row.module().codeName();
                case SIGNER -> row.signer();
                case STATE -> row.state();
            };
        }
    }

    /** All of a user directory, judged. Reads their files: not for the event thread. */
    static List<JudgedModule> in(Path userDirectory, ModuleTrust trust) throws IOException {
        List<JudgedModule> modules = new ArrayList<>();
        Set<String> known = Lookup.getDefault().lookupAll(ModuleInfo.class).stream()
                .map(ModuleInfo::getCodeNameBase)
                .collect(Collectors.toSet());
        for (AddedModule module : AddedModule.in(userDirectory)) {
            var judgement = trust.judge(module.file());
            String state = Bundle.MSG_Runs();
            if (!judgement.runs()) {
                state = Bundle.MSG_DoesNotRun(judgement.remark());
            } else if (judgement.warns()) {
                state = Bundle.MSG_RunsWarned(judgement.remark());
            }
            modules.add(
                    new JudgedModule(module, JarSignature.of(module.file()), known.contains(module.codeName()), state));
        }
        return modules;
    }

    private String signer() {
        return switch (signature.state()) {
            case SIGNED -> signature.signer();
            case UNSIGNED -> Bundle.MSG_NoSigner();
            case CHANGED -> Bundle.MSG_SignatureBroken();
        };
    }
}
