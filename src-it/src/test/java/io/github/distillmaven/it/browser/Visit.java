package io.github.distillmaven.it.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;

import org.openqa.selenium.logging.LogEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser did to show a page.
 *
 * @param complaints messages of its console, from warnings upwards
 * @param requests addresses it asked for, the page's own first
 * @param failures requests without an answer or with one that says no
 * @param bytes that came in
 */
public record Visit(List<String> complaints, List<String> requests, List<String> failures, long bytes) {

    /**
     * @param console entries of the log {@code browser}
     * @param traffic entries of the log {@code performance}
     */
    static Visit of(Iterable<LogEntry> console, Iterable<LogEntry> traffic) {
        List<String> complaints = new ArrayList<>();
        for (LogEntry entry : console) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(entry.getLevel() + " " + entry.getMessage());
            }
        }
        List<String> requests = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        long bytes = 0;
        for (LogEntry entry : traffic) {
            JsonNode event = JsonMapper.shared().readTree(entry.getMessage()).get("message");
            JsonNode details = event.get("params");
            switch (event.get("method").asString()) {
                case "Network.requestWillBeSent" ->
                    requests.add(details.get("request").get("url").asString());
                case "Network.responseReceived" -> {
                    JsonNode response = details.get("response");
                    if (response.get("status").asInt() >= 400) {
                        failures.add(response.get("status").asInt() + " "
                                + response.get("url").asString());
                    }
                }
                case "Network.loadingFinished" ->
                    bytes += details.get("encodedDataLength").asLong();
                case "Network.loadingFailed" -> failures.add(details.toString());
                default -> {}
            }
        }
        return new Visit(complaints, requests, failures, bytes);
    }
}
