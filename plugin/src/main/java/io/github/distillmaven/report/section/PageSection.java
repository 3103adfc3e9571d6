package io.github.distillmaven.report.section;

import io.github.distillmaven.report.Section;

/** A section of the plugin's own. */
public abstract class PageSection implements Section {

    private final String id;
    private final String meaning;
    private final int place;
    private final String link;

    /**
     * @param place as {@link #place}
     * @param link as {@link #link}
     */
    protected PageSection(String id, String meaning, int place, String link) {
        this.id = id;
        this.meaning = meaning;
        this.place = place;
        this.link = link;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String meaning() {
        return meaning;
    }

    @Override
    public final int place() {
        return place;
    }

    @Override
    public final String link() {
        return link;
    }
}
