package io.github.distillmaven.mojo;

import java.util.Optional;

import io.github.distillmaven.experiment.settings.Setting;
import io.github.distillmaven.extension.option.ValueType;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a goal that is on or off. Maven by itself takes every text but {@code true} for off, {@code yes} too.
 *
 * @param place where it is written, for messages
 * @param text what is written there, if anything is
 */
record Switch(String place, @Nullable String text) {

    /**
     * The switch as it holds: an option of the command line wins over the POM.
     *
     * @param name of the parameter
     * @param parameter its value, as Maven found it
     */
    static Switch of(MavenSession session, String name, @Nullable String parameter) {
        String option = session.getUserProperties().getProperty(Setting.PROPERTIES + name);
        return option == null
                ? new Switch("<" + name + ">", parameter)
                : new Switch("-D" + Setting.PROPERTIES + name, option);
    }

    /** Whether it says {@code true}. */
    boolean isOn() {
        return text != null && text.strip().equals("true");
    }

    /** What is wrong with it; empty if it is {@code true}, {@code false}, or not there. */
    Optional<String> refusal() {
        ValueType<Boolean> flag = ValueType.flag();
        if (text == null || flag.choices().contains(text.strip())) {
            return Optional.empty();
        }
        return Optional.of("%s is '%s'; it must be %s.".formatted(place, text.strip(), flag.expectation()));
    }
}
