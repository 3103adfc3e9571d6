package io.github.distillmaven.report;

import io.github.distillmaven.report.figure.Picture;

/**
 * All that the template of {@code provenance.html} prints.
 *
 * @param seed of the first replicate
 * @param replicated whether there are more
 * @param tree what was made from what
 */
public record ProvenancePage(String experiment, long seed, boolean replicated, Picture tree, Provenance provenance) {}
