package io.github.distillmaven.experiment.reader;

import java.util.Map;

import io.github.distillmaven.experiment.SettingValue;

/**
 * What one source of settings says.
 *
 * @param origin the source
 * @param values texts by path, as they were written; unknown paths included. Where an element is repeated, its name has a number from the
 *     second on, such as {@code expectations.expectation[2].min}
 */
public record SettingLayer(SettingValue.Origin origin, Map<String, String> values) {}
