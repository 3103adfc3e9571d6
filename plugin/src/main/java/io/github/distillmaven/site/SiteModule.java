package io.github.distillmaven.site;

/**
 * A module whose site has a page on its experiments.
 *
 * @param name what people call it
 * @param link to that page, relative to the site of the module that lists it
 */
public record SiteModule(String name, String link) {}
