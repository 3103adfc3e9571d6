package io.github.distillmaven.experiment;

import java.util.Map;

/**
 * What one source of settings says.
 *
 * @param origin the source
 * @param values texts by path, as they were written; unknown paths included
 */
public record SettingLayer(SettingValue.Origin origin, Map<String, String> values) {}
