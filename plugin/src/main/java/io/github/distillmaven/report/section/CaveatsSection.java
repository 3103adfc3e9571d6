package io.github.distillmaven.report.section;

import java.util.List;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.report.Section;
import io.github.distillmaven.report.Subject;
import io.github.distillmaven.report.account.Caveat;
import org.kohsuke.MetaInfServices;

/** What the experiment does not show. */
@MetaInfServices(Section.class)
public final class CaveatsSection extends PageSection {

    /** What the template prints. */
    public record CaveatsModel(List<Caveat> caveats) {}

    public CaveatsSection() {
        super("caveats", "what the experiment does not show", 90, "Limits");
    }

    @Override
    public Optional<Content> content(Subject subject) {
        return Optional.of(
                subject.content("caveats", new CaveatsModel(subject.account().caveats())));
    }
}
