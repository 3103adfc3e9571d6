package io.github.distillmaven.report.section;

import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import org.kohsuke.MetaInfServices;

/** What changed since an earlier result. */
@MetaInfServices(Section.class)
public final class BaselineSection extends PageSection {

    public BaselineSection() {
        super("baseline", "what changed since an earlier result", 60, "");
    }

    @Override
    public Optional<Content> content(Subject subject) {
        return Optional.ofNullable(subject.baseline()).map(baseline -> subject.content("baseline", baseline));
    }
}
