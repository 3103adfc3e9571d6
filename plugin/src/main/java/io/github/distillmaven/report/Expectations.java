package io.github.distillmaven.report;

import java.util.List;

import io.github.distillmaven.gate.Outcome;
import io.github.distillmaven.results.Results;

/** Holds the results of an experiment against what is expected of it. */
@FunctionalInterface
public interface Expectations {

    /** Nothing is expected. */
    Expectations NONE = results -> List.of();

    /** One outcome for each condition, in order. */
    List<Outcome> judge(Results results);
}
