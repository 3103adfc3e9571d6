package io.github.distillmaven.report.section;

import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Remaking;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.account.NetworkRow;
import io.github.distillmaven.results.evidence.ReportRequest;
import org.jspecify.annotations.Nullable;
import org.kohsuke.MetaInfServices;

/** How to make the page again, and how to cite it. */
@MetaInfServices(Section.class)
public final class AgainSection extends PageSection {

    /**
     * What the template prints.
     *
     * @param version of the plugin that made the student; a snapshot's is followed by the digest of its classes
     * @param tool what else is cited of the plugin
     */
    public record AgainModel(Remaking remaking, @Nullable String version, Citation tool) {

        /** The version with the first digits of the digest, as keys are printed in logs. */
        public String citedVersion() {
            return String.valueOf(version).replaceFirst("(@[0-9a-f]{12})[0-9a-f]+$", "$1");
        }
    }

    public AgainSection() {
        super("again", "how to make the page again, and how to cite it", 110, "Reproduce, cite");
    }

    @Override
    public Optional<Content> content(Subject subject) {
        ReportRequest request = subject.request();
        return Optional.of(subject.content(
                "again",
                new AgainModel(
                        Remaking.of(
                                request.experiment(),
                                request.settings(),
                                request.occasion().task(),
                                request.occasion().profiles(),
                                request.lists(),
                                NetworkRow.of(subject.evidence().first())),
                        subject.evidence().version(),
                        Citation.ofTheTool())));
    }
}
