package io.github.distillmaven.results.evidence;

import io.github.distillmaven.results.Results;

/**
 * Earlier results that those of an experiment are compared with.
 *
 * @param name the file, as the user wrote it
 * @param results what it holds
 */
public record EarlierResults(String name, Results results) {}
