package io.github.distillmaven.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The outcomes for CI servers")
class JUnitReportTest {

    @TempDir
    Path folder;

    @Test
    void areWrittenAsSurefireDoes() throws Exception {
        new JUnitReport(
                        "digits",
                        List.of(
                                new Outcome("student min 0.1", Outcome.Status.MET, "student is 50%."),
                                new Outcome("student min 0.9", Outcome.Status.UNMET, "50% < 90%."),
                                new Outcome("a", Outcome.Status.SKIPPED, "no \"baseline\""),
                                new Outcome("b", Outcome.Status.ERROR, "no result & more")))
                .write(folder);

        assertThat(Files.readString(folder.resolve("TEST-digits.xml"))).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="distill.digits" time="0" tests="4" errors="1" skipped="1" failures="1">
                  <testcase name="student min 0.1" classname="distill.digits" time="0">
                    <system-out>student is 50%.</system-out>
                  </testcase>
                  <testcase name="student min 0.9" classname="distill.digits" time="0">
                    <failure message="50% &lt; 90%." type="expectation">50% &lt; 90%.</failure>
                  </testcase>
                  <testcase name="a" classname="distill.digits" time="0">
                    <skipped message="no &quot;baseline&quot;"/>
                  </testcase>
                  <testcase name="b" classname="distill.digits" time="0">
                    <error message="no result &amp; more" type="expectation">no result &amp; more</error>
                  </testcase>
                </testsuite>
                """);
    }

    @Test
    void areReadableWhateverTheyHold() throws Exception {
        String strange = "\u0000\u0007\uFFFE\uD800 ü 木 \uD83D\uDE00 ]]> <b>";

        new JUnitReport("größe 木", List.of(new Outcome(strange, Outcome.Status.UNMET, strange))).write(folder);

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("TEST-größe 木.xml").toFile());
        assertThat(document.getDocumentElement().getAttribute("name")).isEqualTo("distill.größe 木");
        Element failure = (Element) document.getElementsByTagName("failure").item(0);
        String safe = "\uFFFD\uFFFD\uFFFD\uFFFD ü 木 \uD83D\uDE00 ]]> <b>";
        assertThat(failure.getTextContent()).isEqualTo(safe);
        assertThat(failure.getAttribute("message")).isEqualTo(safe);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo(safe);
    }

    @Test
    void areNoneWhereNothingIsExpected() throws Exception {
        new JUnitReport("x", List.of()).write(folder);

        assertThat(Files.readString(folder.resolve("TEST-x.xml"))).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="distill.x" time="0" tests="0" errors="0" skipped="0" failures="0">
                </testsuite>
                """);
    }
}
