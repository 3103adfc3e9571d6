package io.github.distillmaven.it;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.distillmaven.it.browser.Accessibility;
import io.github.distillmaven.it.browser.Chromium;
import io.github.distillmaven.it.browser.Installation;
import io.github.distillmaven.it.browser.Look;
import io.github.distillmaven.it.browser.Markup;
import io.github.distillmaven.it.browser.PageServer;
import io.github.distillmaven.it.browser.Screenshot;
import io.github.distillmaven.it.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Rectangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("A page of the report")
@ParameterizedClass(name = "{0}")
@EnumSource
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportPageIT {

    private static final Path FOLDER = Path.of(System.getProperty("it.folder"));
    /** What a page may take with all its figures. */
    private static final long MOST_BYTES = 3_000_000;
    /** How much Chromium shrinks a page that is too wide for its sheet, before it cuts it off. */
    private static final int SHRINKING = 2;

    // Each test begins with the look that the one before it ended with, so that pages are loaded less often.
    private static final int LIGHT = 1;
    private static final int LIGHT_THEN_DARK = 2;
    private static final int DARK_THEN_LIGHT = 3;
    private static final int LIGHT_THEN_STRICT = 4;

    private static PageServer server;
    private static Chromium chromium;

    @Parameter
    private ReportPage page;

    @BeforeAll
    static void makePages() throws IOException {
        ReportPage.make(FOLDER);
        server = new PageServer(FOLDER);
        chromium = Installation.find().map(Chromium::new).orElse(null);
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void loadsFromDiskWithoutAComplaintAndWithNothingButFiles() {
        URI file = page.in(FOLDER).toUri();

        assertQuiet(visit(file, Look.DESKTOP), "file:");
    }

    @Test
    @Order(LIGHT_THEN_STRICT)
    void looksTheSameUnderJenkinsPolicyWhereNoScriptRuns() {
        assertQuiet(visit(server.open(page.in(FOLDER)), Look.DESKTOP), server.base());
        Screenshot open = chromium.screenshot();

        assertQuiet(visit(server.underPolicy(page.in(FOLDER)), Look.DESKTOP), server.base());

        assertThat(chromium.screenshot().differenceFrom(open))
                .as(page.toString())
                .isEqualTo("nowhere");
    }

    @Test
    @Order(LIGHT)
    void fitsDesktops() {
        fits(Look.DESKTOP);
    }

    @Test
    @Order(LIGHT)
    void writesNoTextOverAnotherInItsFigures() {
        visit(Look.DESKTOP);

        assertThat(chromium.layout().unreadableTexts()).as(page.toString()).isEmpty();
    }

    @Test
    void fitsTelephones() {
        fits(Look.TELEPHONE);
    }

    @Test
    @Order(DARK_THEN_LIGHT)
    void turnsDarkWithItsFigures() {
        visit(Look.DESKTOP.inTheDark());
        Screenshot dark = chromium.screenshot();
        visit(Look.DESKTOP);
        Screenshot light = chromium.screenshot();

        assertThat(light.backgroundBrightness()).as(page.toString()).isGreaterThan(0.9);
        assertThat(dark.backgroundBrightness()).as(page.toString()).isLessThan(0.2);
        Map<String, Rectangle> figures = chromium.layout().figures();
        assertThat(figures).as(page.toString()).isNotEmpty();
        assertThat(figures)
                .allSatisfy((figure, place) -> assertThat(dark.brightness(place))
                        .as("%s, %s", page, figure)
                        .isLessThan(light.brightness(place)));
    }

    @Test
    void cutsNothingOffOnPaper() {
        visit(Look.PAPER);

        assertThat(chromium.layout().squeezed())
                .as("%s, cells without room", page)
                .isEmpty();
        assertThat(chromium.layout().clipped()).as(page.toString()).isEmpty();
        assertThat(chromium.layout().width()).as(page.toString()).isLessThanOrEqualTo(SHRINKING * Look.PAPER.width());
    }

    @Test
    @Order(LIGHT_THEN_DARK)
    void hasNoGraveFaultForPeopleWhoSeeLittle() throws IOException {
        visit(Look.DESKTOP);
        assertThat(chromium.accessibility().graveViolations())
                .as(page.toString())
                .isEmpty();

        // Nothing but the colours is another.
        visit(Look.DESKTOP.inTheDark());
        assertThat(chromium.accessibility().graveViolations(Accessibility.CONTRAST))
                .as("%s in the dark", page)
                .isEmpty();
    }

    @Test
    @Order(LIGHT)
    void hasATextForEveryImage() {
        visit(Look.DESKTOP);

        assertThat(chromium.accessibility().imagesWithoutText())
                .as(page.toString())
                .isEmpty();
    }

    @Test
    @Order(LIGHT)
    void refersToNothingThatIsNotThere() throws IOException {
        visit(Look.DESKTOP);

        assertThat(chromium.layout().deadFragments()).as(page.toString()).isEmpty();
        List<String> local = chromium.layout().references().stream()
                .filter(address -> address.startsWith(server.base()))
                .distinct()
                .toList();
        assertThat(local).as(page.toString()).isNotEmpty();
        for (String address : local) {
            assertThat(status(address)).as("%s: %s", page, address).isEqualTo(HttpURLConnection.HTTP_OK);
        }
    }

    @Test
    void isValidHtml() throws IOException {
        assertThat(new Markup(page.in(FOLDER)).faults()).as(page.toString()).isEmpty();
    }

    @Test
    @Order(LIGHT)
    void isSmallEnoughToLoadFast() {
        assertThat(visit(Look.DESKTOP).bytes()).as(page.toString()).isPositive().isLessThan(MOST_BYTES);
    }

    private void fits(Look look) {
        visit(look);

        assertThat(chromium.layout().width())
                .as("%s, %s, too wide: %s", page, look, chromium.layout().tooWide())
                .isLessThanOrEqualTo(look.width());
        assertThat(chromium.layout().squeezed())
                .as("%s, %s, cells without room", page, look)
                .isEmpty();
        assertThat(chromium.accessibility().unreachableRegions())
                .as("%s, %s, out of the keyboard's reach", page, look)
                .isEmpty();
    }

    private Visit visit(Look look) {
        return visit(server.open(page.in(FOLDER)), look);
    }

    private static Visit visit(URI address, Look look) {
        assumeTrue(chromium != null, Installation.ADVICE);
        return chromium.visit(address, look);
    }

    private void assertQuiet(Visit visit, String base) {
        assertThat(visit.complaints()).as(page.toString()).isEmpty();
        assertThat(visit.failures()).as(page.toString()).isEmpty();
        assertThat(visit.requests())
                .as(page.toString())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).startsWith(base));
    }

    private static int status(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
