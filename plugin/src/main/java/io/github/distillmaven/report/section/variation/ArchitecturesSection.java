package io.github.distillmaven.report.section.variation;

import java.io.IOException;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.architecture.ArchitectureMatrix;
import io.github.distillmaven.report.architecture.TeacherRow;
import io.github.distillmaven.report.section.PageSection;
import org.kohsuke.MetaInfServices;

/** How well students of several networks learn from one kind of teacher. */
@MetaInfServices(Section.class)
public final class ArchitecturesSection extends PageSection {

    public ArchitecturesSection() {
        super("architectures", "test accuracies by the networks of teachers and students", 24, "Networks");
    }

    @Override
    public Optional<Content> content(Subject subject) throws IOException {
        return subject.evidence().isOfImages()
                ? TeacherRow.read(subject.request().folder(), subject.findings().results())
                        .map(row -> subject.content("architectures", ArchitectureMatrix.of(row)))
                : Optional.empty();
    }
}
