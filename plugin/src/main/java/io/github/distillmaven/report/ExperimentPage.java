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

    /**
     * A line of the contents.
     *
     * @param anchor id of the heading
     */
    public record Link(String anchor, String text) {}
}
