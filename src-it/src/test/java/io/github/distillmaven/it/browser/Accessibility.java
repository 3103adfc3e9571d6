package io.github.distillmaven.it.browser;

import java.util.List;
import java.util.Set;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a person who does not see or point finds on a page. */
public final class Accessibility {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final ChromeDriver driver;

    Accessibility(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Violations that axe-core calls serious or critical, each with its rule, advice and elements. */
    public List<String> graveViolations() {
        Results results = new AxeBuilder().analyze(driver);
        return results.getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Accessibility::describe)
                .toList();
    }

    private static String describe(Rule rule) {
        List<String> elements = rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getHtml())
                .toList();
        return "%s (%s): %s %s".formatted(rule.getId(), rule.getImpact(), rule.getHelp(), elements);
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
