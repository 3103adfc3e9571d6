package io.github.distillmaven.report;

import java.util.List;

import gg.jte.Content;
import io.github.distillmaven.report.account.Answer;

/**
 * What the template of an experiment's page prints.
 *
 * @param experiment its name
 * @param title what it is about
 * @param links the contents, in the order of the sections
 * @param sections in the order of the page
 */
public record ExperimentPage(String experiment, String title, Answer answer, List<Link> links, List<Content> sections) {

    /** Whether it is a cell of a sweep, whose name stands before the slash. */
    public boolean isCell() {
        return experiment.contains("/");
    }

    /** Address of the page that leads here. */
    public String parent() {
        return isCell() ? "../../report/index.html" : "../../index.html";
    }

    /**
     * A line of the contents.
     *
     * @param anchor id of the heading
     */
    public record Link(String anchor, String text) {}
}
