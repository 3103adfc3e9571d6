package io.github.distillmaven.it.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@DisplayName("A page with every fault that is looked for")
class FaultyPageIT {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Faults</title></head>
            <body>
            <h1 style="color: #eee">Pale</h1>
            <p><a href="#nowhere">To nowhere</a></p>
            <p><img src="missing.png"></p>
            <p><img src="http://distill.invalid/tracker.png" alt="From elsewhere"></p>
            <div id="region" style="width: 100px; overflow-x: auto"><div style="width: 400px">Cut off</div></div>
            <div id="wide" style="width: 2000px">Wide</div>
            <table style="table-layout: fixed; width: 20px"><tr><td id="squeezed">Electricity</td><td>1</td></tr></table>
            <p id="script">Without scripts</p>
            <script>document.getElementById('script').textContent = 'With scripts, a longer text';</script>
            </body>
            </html>
            """;

    @TempDir
    private Path folder;

    private PageServer server;
    private Chromium chromium;
    private Path page;

    @BeforeEach
    void writePage() throws IOException {
        assumeTrue(Installation.find().isPresent(), Installation.ADVICE);
        page = Files.writeString(folder.resolve("page.html"), PAGE);
        server = new PageServer(folder);
        chromium = new Chromium(Installation.find().orElseThrow());
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            chromium.close();
            server.close();
        }
    }

    @Test
    @DisplayName("shows each of them to its check")
    void isFoundOut() throws IOException {
        Visit visit = chromium.visit(server.open(page), Look.TELEPHONE);

        assertThat(visit.complaints())
                .anySatisfy(complaint -> assertThat(complaint).contains("missing.png", "404"));
        assertThat(visit.requests()).contains("http://distill.invalid/tracker.png");
        assertThat(visit.failures())
                .contains("404 " + server.open(folder.resolve("missing.png")))
                .anySatisfy(failure -> assertThat(failure).contains("ERR_NAME_NOT_RESOLVED"));
        assertThat(visit.bytes()).isGreaterThan(PAGE.length());
        Layout layout = chromium.layout();
        assertThat(layout.width()).isGreaterThan(2000);
        assertThat(layout.tooWide()).containsExactly("div#wide \"Wide\"");
        assertThat(layout.clipped()).containsExactly("div#region \"Cut off\"");
        assertThat(layout.squeezed()).contains("td#squeezed \"Electricity\"");
        assertThat(layout.deadFragments()).containsExactly("nowhere");
        assertThat(layout.references())
                .contains(server.open(folder.resolve("missing.png")).toString());
        Accessibility accessibility = chromium.accessibility();
        assertThat(accessibility.imagesWithoutText()).containsExactly("missing.png");
        assertThat(accessibility.unreachableRegions())
                .singleElement()
                .asString()
                .startsWith("<div id=\"region\"");
        assertThat(accessibility.graveViolations())
                .anySatisfy(violation -> assertThat(violation).startsWith("color-contrast (serious)"))
                .anySatisfy(violation -> assertThat(violation).startsWith("image-alt (critical)"));
        assertThat(new Markup(page).faults())
                .anySatisfy(fault -> assertThat(fault).contains("An “img” element must have an “alt” attribute"));
    }

    @Test
    @DisplayName("looks another under Jenkins' policy, and stays light in the dark")
    void looksAnother() {
        chromium.visit(server.open(page), Look.DESKTOP);
        Screenshot open = chromium.screenshot();

        URI strict = server.underPolicy(page);
        Visit visit = chromium.visit(strict, Look.DESKTOP);

        assertThat(visit.complaints())
                .anySatisfy(complaint -> assertThat(complaint).contains("Content Security Policy"));
        assertThat(chromium.screenshot().differenceFrom(open)).isEqualTo("in size");
        chromium.visit(server.open(page), Look.DESKTOP.inTheDark());
        assertThat(chromium.screenshot().differenceFrom(open)).isEqualTo("nowhere");
        assertThat(open.backgroundBrightness()).isEqualTo(1);
    }
}
