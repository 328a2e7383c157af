package org.ipsecworkbench.diagnosisguide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.ipsecworkbench.diagnosis.Commands;
import org.ipsecworkbench.diagnosis.Diagnosis;
import org.ipsecworkbench.diagnosis.Evidence;
import org.ipsecworkbench.hostconnection.Transcript;
import org.ipsecworkbench.session.Place;
import org.ipsecworkbench.workbench.FileOpening;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.RequestProcessor;

/** Opens what an evidence stands in, at its place: a packet in the window of its capture, a line in the answer of a host. */
final class EvidenceLinks {
    private static final RequestProcessor WORK = new RequestProcessor(EvidenceLinks.class);

    private EvidenceLinks() {}

    static void open(Evidence evidence, Diagnosis diagnosis, Examination examination) {
        Optional<Path> capture = examination.capture(evidence.source());
        Place place = Place.of(evidence.place());
        if (capture.isPresent()) {
            FileOpening.open(capture.get(), place);
            return;
        }
        diagnosis.transcript(evidence).ifPresent(transcript -> {
            if (isShownBest(transcript, place)) {
                openInView(transcript, place);
            } else {
                AnswerDialog.show(evidence, transcript);
            }
        });
    }

    /** Whether the view of an answer shows the very place, and more of it than its text: an event, or a line of a log. */
    private static boolean isShownBest(Transcript transcript, Place place) {
        boolean isLog = transcript.line().equals(Commands.IKE_LOG.line());
        return hasView(transcript) && place.unit() == (isLog ? Place.Unit.LINE : Place.Unit.EVENT);
    }

    /** Whether a view reads answers of this kind: negotiations, events and policies. */
    static boolean hasView(Transcript transcript) {
        String line = transcript.line();
        return transcript.ending().exitCode().orElse(1) == 0
                && (line.equals(Commands.NET_EVENTS.line())
                        || line.equals(Commands.AUDIT_EVENTS.line())
                        || line.equals(Commands.FAILED_2003.line())
                        || line.equals(Commands.IKE_LOG.line())
                        || line.startsWith("netsh ipsec ")
                        || line.startsWith("netsh advfirewall consec ")
                        || line.equals(Commands.RULES_IN_FORCE.line()));
    }

    /** Hands an answer to the view of its kind, at a place, as a file that is gone when the workbench ends. */
    static void openInView(Transcript transcript, Place place) {
        WORK.post(() -> {
            try {
                Path file = Files.createTempFile("ipsecwb-answer", ".txt");
                file.toFile().deleteOnExit();
                Files.writeString(file, transcript.outputText());
                FileOpening.open(file, place);
            } catch (IOException e) {
                NotifyDescriptor failure =
                        new NotifyDescriptor.Message(String.valueOf(e.getMessage()), NotifyDescriptor.ERROR_MESSAGE);
                SwingUtilities.invokeLater(() -> DialogDisplayer.getDefault().notify(failure));
            }
        });
    }
}
