package io.github.distillmaven.site;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import org.apache.maven.doxia.sink.Sink;

/** Keeps what is written into a page of a site. */
final class RecordedPage {

    private final List<String> links = new ArrayList<>();
    private final List<String> images = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int open;

    Sink sink() {
        return (Sink) Proxy.newProxyInstance(
                Sink.class.getClassLoader(), new Class<?>[] {Sink.class}, (proxy, method, arguments) -> {
                    String event = method.getName();
                    if (event.equals("text")) {
                        text.append(arguments[0]);
                    } else if (event.equals("link")) {
                        links.add((String) arguments[0]);
                        open++;
                    } else if (event.equals("figureGraphics")) {
                        images.add((String) arguments[0]);
                    } else if (event.endsWith("_")) {
                        text.append('\n');
                        open--;
                    } else if (!event.equals("flush")) {
                        open++;
                    }
                    return null;
                });
    }

    List<String> links() {
        return links;
    }

    List<String> images() {
        return images;
    }

    String text() {
        return text.toString();
    }

    /** Elements that were begun and not ended. */
    int open() {
        return open;
    }
}
