/**
 * A real browser to look at pages with, and what it takes to show them as a web server with a strict policy does.
 *
 * <p>{@link io.github.distillmaven.it.browser.Chromium} opens pages in some {@link io.github.distillmaven.it.browser.Look}, from a
 * {@link io.github.distillmaven.it.browser.PageServer} or from disk, and tells of each
 * {@link io.github.distillmaven.it.browser.Visit} what was asked for and complained about.
 * {@link io.github.distillmaven.it.browser.Layout} and {@link io.github.distillmaven.it.browser.Accessibility} examine the page that is
 * open, {@link io.github.distillmaven.it.browser.Screenshot} its picture; {@link io.github.distillmaven.it.browser.Markup} needs no browser.
 */
package io.github.distillmaven.it.browser;
