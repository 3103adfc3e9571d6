package io.github.distillmaven.progress;

import java.util.Locale;

import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * One task on one line of a terminal: its name, its share, a bar, and as much of the details as there is room for. What stands first in
 * them is shown longest; none of them is cut in its middle. A line fills its width, so that nothing of an earlier one stays.
 */
final class ProgressLine implements ProgressBarRenderer {

    private static final int SHORTEST_BAR = 10;
    private static final int LONGEST_BAR = 30;
    private static final String SEPARATOR = ", ";
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    @Override
    public String render(ProgressState progress, int width) {
        String name = progress.getTaskName();
        String details = progress.getExtraMessage().strip();
        if (progress.isIndefinite()) {
            return fill(name + " " + fit(details, width - name.length() - 1), width);
        }
        double share = progress.getNormalizedProgress();
        String start = String.format(Locale.ROOT, "%s %3d%%", name, (int) (100 * share));
        int frame = start.length() + " ".length() + "││ ".length();
        String shown = fit(details, width - frame - SHORTEST_BAR);
        int bar = Math.min(LONGEST_BAR, width - frame - shown.length());
        return fill(bar < SHORTEST_BAR ? start : start + " │" + bar(share, bar) + "│ " + shown, width);
    }

    /** As many whole details as fit. */
    private static String fit(String details, int width) {
        String fitting = details;
        while (fitting.length() > Math.max(0, width)) {
            int end = fitting.lastIndexOf(SEPARATOR);
            fitting = end < 0 ? "" : fitting.substring(0, end);
        }
        return fitting;
    }

    private static String bar(double share, int width) {
        int eighths = (int) (share * width * 8);
        String full = "█".repeat(eighths / 8);
        String part = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return full + part + " ".repeat(width - full.length() - part.length());
    }

    private static String fill(String text, int width) {
        return text.length() >= width
                ? text.substring(0, Math.max(0, width))
                : text + " ".repeat(width - text.length());
    }
}
