package io.github.distillmaven.report;

import java.io.IOException;
import java.util.Optional;

import gg.jte.Content;
import io.github.distillmaven.extension.Component;

/** A part of an experiment's page, with a heading of its own. */
public interface Section extends Component {

    /** Its place among others: the lowest comes first. */
    int place();

    /** What the contents at the head of the page call it; empty if they do not list it. */
    String link();

    /** The id of its heading in the page. */
    default String anchor() {
        return id();
    }

    /**
     * What it says, with the figures that it draws; empty if it does not apply.
     *
     * @throws IOException if a figure cannot be written
     */
    Optional<Content> content(Subject subject) throws IOException;
}
