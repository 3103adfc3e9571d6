package io.github.distillmaven.report.section;

import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Fidelity;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import org.kohsuke.MetaInfServices;

/** How near the students are to their teacher, beside a teacher of another seed. */
@MetaInfServices(Section.class)
public final class FidelitySection extends PageSection {

    /** What the template prints. */
    public record FidelityModel(boolean replicated, Fidelity fidelity) {}

    public FidelitySection() {
        super(
                "fidelity",
                "how near the students are to their teacher, beside a teacher of another seed",
                40,
                "Fidelity");
    }

    @Override
    public Optional<Content> content(Subject subject) {
        return Optional.of(
                subject.content("fidelity", new FidelityModel(subject.request().replicated(), subject.fidelity())));
    }
}
