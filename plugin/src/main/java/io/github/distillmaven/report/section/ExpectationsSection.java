package io.github.distillmaven.report.section;

import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import org.kohsuke.MetaInfServices;

/** What came out of what is expected of the experiment. */
@MetaInfServices(Section.class)
public final class ExpectationsSection extends PageSection {

    public ExpectationsSection() {
        super("expectations", "what came out of the expectations", 50, "");
    }

    @Override
    public Optional<Content> content(Subject subject) {
        return subject.gate().outcomes().isEmpty()
                ? Optional.empty()
                : Optional.of(subject.content("expectations", subject.gate()));
    }
}
