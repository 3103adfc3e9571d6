package io.github.distillmaven.mojo.help;

import io.github.distillmaven.dataset.DatasetCatalog;
import io.github.distillmaven.experiment.reader.PresetCatalog;
import io.github.distillmaven.experiment.settings.SettingCatalog;
import io.github.distillmaven.extension.InvalidComponentException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Explains the goals, with {@code -Ddetail} all parameters and the elements below them as well. */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public final class HelpMojo extends AbstractMojo {

    /**
     * Whether to explain parameters.
     *
     * @since 0.1.0
     */
    @Parameter(property = "detail", defaultValue = "false")
    private boolean detail;

    /**
     * The only goal to explain, such as {@code train-teacher}; all by default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goal")
    private @Nullable String goal;

    /**
     * Longest line, in characters.
     *
     * @since 0.1.0
     */
    @Parameter(property = "lineLength", defaultValue = "80")
    private int lineLength;

    @Parameter(defaultValue = "${mojoExecution}", required = true, readonly = true)
    private MojoExecution execution;

    @Override
    public void execute() throws MojoFailureException {
        try {
            SettingCatalog catalog = new SettingCatalog(new DatasetCatalog().names(), new PresetCatalog().names());
            HelpText text =
                    new HelpText(execution.getMojoDescriptor().getPluginDescriptor(), catalog, detail, lineLength);
            getLog().info(goal == null ? text.ofAll() : text.of(goal));
        } catch (InvalidComponentException | IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
