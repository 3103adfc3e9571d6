package io.github.distillmaven.mojo.help;

import java.util.List;
import java.util.regex.Pattern;

import io.github.distillmaven.experiment.settings.Setting;

/**
 * What there is to say of a setting where Markdown is not shown.
 *
 * @param setting of the catalog
 */
record SettingText(Setting<?> setting) {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\([^)]*\\)");

    /** Its description. */
    String meaning() {
        return LINK.matcher(setting.description()).replaceAll("$1").replace('`', '\'');
    }

    /** What it may hold, with its bounds; empty if the description lists all of it. */
    String value() {
        List<String> choices = setting.type().choices();
        boolean listed = !choices.isEmpty()
                && choices.stream().allMatch(choice -> setting.description().contains("`" + choice + "`"));
        return listed ? "" : setting.type().expectation();
    }
}
