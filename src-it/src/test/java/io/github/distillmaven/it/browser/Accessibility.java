package io.github.distillmaven.it.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.io.IOUtils;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a person who does not see or point finds on a page. */
public final class Accessibility {

    /** The rule of axe-core on the contrast of a text with what is behind it. */
    public static final String CONTRAST = "color-contrast";

    private static final String AXE = "/axe.min.js";

    /** Rows and cells of large tables, which are like those before and would take minutes. */
    private static final List<String> FURTHER = List.of("tbody tr:nth-child(n+13)", "td:nth-child(n+25)");

    /** Its own Java interface opens a second window for each page, which takes as long again. */
    private static final String RUN_AXE = """
            const [rules, excluded, done] = arguments;
            const options = {resultTypes: ['violations']};
            if (rules.length > 0) {
                options.runOnly = {type: 'rule', values: rules};
            }
            axe.run({exclude: excluded.map(selector => [selector])}, options)
                .then(results => results.violations
                    .filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .map(rule => `${rule.id} (${rule.impact}): ${rule.help}: `
                        + rule.nodes.map(node => `${node.html} (${node.failureSummary})`).join('; ')))
                .then(done, error => done([`axe-core failed: ${error}`]));
            """;

    private final ChromeDriver driver;

    Accessibility(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Violations that axe-core calls serious or critical in the page and the first 12 rows and 24 columns of its tables, each with its rule, its elements and what is wrong with them.
     *
     * @param rules the only ones to look at; none for all
     * @throws IOException if axe-core can not be read
     */
    public List<String> graveViolations(String... rules) throws IOException {
        driver.executeScript(IOUtils.resourceToString(AXE, StandardCharsets.UTF_8));
        return ((List<?>) driver.executeAsyncScript(RUN_AXE, List.of(rules), FURTHER))
                .stream().map(Object::toString).toList();
    }

    /** Images without an {@code alt}. */
    public List<String> imagesWithoutText() {
        return driver.findElements(By.cssSelector("img:not([alt])")).stream()
                .map(image -> image.getDomAttribute("src"))
                .toList();
    }

    /** Elements that scroll and which the keyboard does not reach, or of which a screen reader can not say what they hold. */
    public List<String> unreachableRegions() {
        List<?> scrolling = (List<?>) driver.executeScript("""
                return [...document.body.querySelectorAll('*')]
                    .filter(element => element.checkVisibility())
                    .filter(element => /auto|scroll/.test(getComputedStyle(element).overflow))
                    .filter(element => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
                """);
        return scrolling.stream()
                .map(WebElement.class::cast)
                .filter(element -> !"0".equals(element.getDomProperty("tabIndex"))
                        || element.getAccessibleName().isBlank()
                        || element.getAriaRole().equals("generic"))
                .map(element -> element.getDomProperty("outerHTML"))
                .map(html -> html.substring(0, Math.min(html.length(), 200)))
                .toList();
    }
}
