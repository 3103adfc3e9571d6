package io.github.distillmaven.site;

import java.nio.file.Path;

/**
 * A module whose site has a page on its experiments.
 *
 * @param name what people call it
 * @param link to that page, relative to the site of the module that lists it
 * @param results its {@code target/distill}, which may be missing
 */
public record SiteModule(String name, String link, Path results) {

    /** Where its page leads to, relative to the site of the module that lists it. */
    String address(String linkOfPage) {
        return link.substring(0, link.length() - ".html".length()) + linkOfPage.substring(".".length());
    }
}
