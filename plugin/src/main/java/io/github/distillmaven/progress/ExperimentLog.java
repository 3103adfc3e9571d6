package io.github.distillmaven.progress;

import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The log of one experiment: every line says of which one, since a module may run several, and a build several modules at the same
 * time.
 *
 * @param log where the lines go
 * @param module artifact id of its module; null if the build has no other
 * @param name of the experiment
 * @param colours those of the name
 */
public record ExperimentLog(Log log, @Nullable String module, String name, Colours colours) implements Log {

    /** The experiment, with its module where there are others. */
    public String subject() {
        return (module == null ? "" : module + "/") + name;
    }

    /** The line as it is written; one that names the experiment itself stays as it is. */
    private CharSequence named(CharSequence line) {
        String text = String.valueOf(line);
        if (text.startsWith("Experiment '")) {
            return text;
        }
        String prefix = name + ": ";
        String rest = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        return colours.subject(subject() + ":") + " " + rest;
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(named(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(named(content), error);
    }

    @Override
    public void debug(Throwable error) {
        log.debug(error);
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(named(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(named(content), error);
    }

    @Override
    public void info(Throwable error) {
        log.info(error);
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(named(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(named(content), error);
    }

    @Override
    public void warn(Throwable error) {
        log.warn(error);
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(named(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(named(content), error);
    }

    @Override
    public void error(Throwable error) {
        log.error(error);
    }
}
