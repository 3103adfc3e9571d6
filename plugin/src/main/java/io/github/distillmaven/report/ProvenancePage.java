package io.github.distillmaven.report;

/**
 * All that the template of {@code provenance.html} prints.
 *
 * @param seed of the first replicate
 * @param replicated whether there are more
 */
public record ProvenancePage(String experiment, long seed, boolean replicated, Provenance provenance) {}
