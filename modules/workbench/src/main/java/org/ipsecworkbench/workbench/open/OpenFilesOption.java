package org.ipsecworkbench.workbench.open;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipsecworkbench.workbench.FileOpening;
import org.ipsecworkbench.workbench.welcome.ShowAtStart;
import org.netbeans.spi.sendopts.Env;
import org.netbeans.spi.sendopts.Option;
import org.netbeans.spi.sendopts.OptionProcessor;
import org.openide.util.NbBundle.Messages;
import org.openide.util.lookup.ServiceProvider;
import org.openide.windows.WindowManager;

/**
 * {@code --open FILE…} of the launcher, or just the files; also hands them to a workbench that already runs. The platform
 * takes the option once, with as many files as there are.
 */
@ServiceProvider(service = OptionProcessor.class)
@Messages("DESC_Open=opens captures, logs and events in the workbench")
public final class OpenFilesOption extends OptionProcessor {
    private final Option open = Option.shortDescription(
            Option.additionalArguments(Option.NO_SHORT_NAME, "open"),
            "org.ipsecworkbench.workbench.open.Bundle",
            "DESC_Open");
    private final Option plain = Option.defaultArguments();

    @Override
    protected Set<Option> getOptions() {
        return Set.of(open, plain);
    }

    @Override
    protected void process(Env env, Map<Option, String[]> values) {
        List<Path> files = new ArrayList<>();
        for (Option option : List.of(open, plain)) {
            for (String name : values.getOrDefault(option, new String[0])) {
                File file = new File(name);
                files.add((file.isAbsolute() ? file : new File(env.getCurrentDirectory(), name)).toPath());
            }
        }
        ShowAtStart.skip();
        WindowManager.getDefault().invokeWhenUIReady(() -> FileOpening.open(files));
    }
}
