package io.github.distillmaven.it.browser;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Rectangle;

/** Where things are on a page. */
public final class Layout {

    /** A function that names an element so that a person finds it. */
    private static final String NAME = """
            const name = element => element.tagName.toLowerCase()
                + (element.id ? '#' + element.id : '')
                + [...element.classList].map(style => '.' + style).join('')
                + ' "' + element.textContent.trim().slice(0, 40) + '"';
            """;

    private final JavascriptExecutor page;

    Layout(JavascriptExecutor page) {
        this.page = page;
    }

    /** Width of everything, in CSS pixels: more than the window's if the document scrolls sideways. */
    public int width() {
        return number("return document.documentElement.scrollWidth");
    }

    /** Elements that reach out of the window to the right and do not scroll inside of it, innermost last. */
    public List<String> tooWide() {
        return names(NAME + """
                const scrolls = element => element !== null && element !== document.documentElement
                    && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
                return [...document.body.querySelectorAll('*')]
                    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
                    .filter(element => !scrolls(element.parentElement))
                    .map(element => name(element));
                """);
    }

    /** Elements of which a part is hidden, because they scroll or cut off. */
    public List<String> clipped() {
        return names(NAME + """
                return [...document.body.querySelectorAll('*')]
                    .filter(element => getComputedStyle(element).overflow !== 'visible')
                    .filter(element => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
                    .map(element => name(element));
                """);
    }

    /** Cells of tables whose text does not fit, so that it lies over their neighbour's: at most the first ten. */
    public List<String> squeezed() {
        return names(NAME + """
                return [...document.querySelectorAll('td, th')]
                    .filter(cell => cell.scrollWidth > cell.clientWidth + 1)
                    .slice(0, 10)
                    .map(cell => name(cell));
                """);
    }

    /** Texts of the figures, for wide and narrow screens, that lie over another one or reach out of their figure. */
    public List<String> unreadableTexts() {
        return names("""
                const files = [...document.querySelectorAll('picture source, picture img')]
                    .map(image => image.getAttribute('srcset') || image.getAttribute('src'))
                    .filter(file => file.endsWith('-light.svg'));
                const faults = [];
                for (const file of new Set(files)) {
                    const request = new XMLHttpRequest();
                    request.open('GET', file, false);
                    request.send();
                    const drawing = new DOMParser().parseFromString(request.responseText, 'image/svg+xml').documentElement;
                    document.body.append(drawing);
                    const frame = drawing.getBoundingClientRect();
                    const texts = [...drawing.querySelectorAll('text')].map(text => {
                        const box = text.getBoundingClientRect();
                        const air = Math.min(box.width, box.height) / 5;
                        return {text: text.textContent, left: box.left + air, right: box.right - air, top: box.top + air, bottom: box.bottom - air};
                    });
                    texts.forEach((one, place) => {
                        if (one.left < frame.left || one.right > frame.right || one.top < frame.top || one.bottom > frame.bottom) {
                            faults.push(file + ': "' + one.text + '" reaches out');
                        }
                        for (const other of texts.slice(place + 1)) {
                            if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) {
                                faults.push(file + ': "' + one.text + '" and "' + other.text + '"');
                            }
                        }
                    });
                    drawing.remove();
                }
                return faults;
                """);
    }

    /** Places of the figures, by the address of what they show. */
    public Map<String, Rectangle> figures() {
        List<?> rows = (List<?>) page.executeScript("""
                return [...document.querySelectorAll('picture img')].map(image => {
                    const place = image.getBoundingClientRect();
                    return [image.getAttribute('src'), place.x, place.y, place.width, place.height];
                });
                """);
        SortedMap<String, Rectangle> places = new TreeMap<>();
        for (Object row : rows) {
            List<?> values = (List<?>) row;
            places.put(
                    (String) values.get(0),
                    new Rectangle(
                            whole(values.get(1)), whole(values.get(2)), whole(values.get(4)), whole(values.get(3))));
        }
        return places;
    }

    /** Addresses of everything that the page refers to: links, images in all their variants, style sheets. */
    public List<String> references() {
        return names("""
                const variants = [...document.querySelectorAll('[srcset]')]
                    .flatMap(element => element.srcset.split(',').map(one => one.trim().split(' ')[0]));
                return [...document.querySelectorAll('[src]')].map(element => element.src)
                    .concat([...document.querySelectorAll('[href]')].map(element => element.href))
                    .concat(variants.map(file => new URL(file, document.baseURI).href));
                """);
    }

    /** Fragments of links within the page to which there is no element. */
    public List<String> deadFragments() {
        return names("""
                return [...document.querySelectorAll('a[href^="#"]')].map(link => decodeURIComponent(link.hash.slice(1)))
                    .filter(fragment => document.getElementById(fragment) === null);
                """);
    }

    private int number(String script) {
        return whole(page.executeScript(script));
    }

    private static int whole(Object number) {
        return ((Number) number).intValue();
    }

    private List<String> names(String script) {
        return ((List<?>) page.executeScript(script))
                .stream().map(Object::toString).toList();
    }
}
