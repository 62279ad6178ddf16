package dev.kontor.engine.desk;

import dev.kontor.engine.config.PublicSettings;
import dev.kontor.engine.flow.Link;
import dev.kontor.engine.flow.ListenerCheck;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The connections as they are set up, and whether they can do their work. */
public final class ConnectionPages {

  /**
   * One connection.
   *
   * @param settings as configured, {@code (secret)} in the place of each secret
   * @param schema JSON Schema of the settings
   * @param entities what it can do with each kind of document
   */
  public record Page(
      String name,
      String connector,
      JsonNode settings,
      JsonNode schema,
      Map<String, List<String>> entities) {}

  /**
   * What a check found.
   *
   * @param ok whether everything can run
   */
  public record Checked(boolean ok, List<Line> lines) {}

  /** One finding, in words; what is not ok says what to do. */
  public record Line(boolean ok, String text) {}

  private final Map<String, Link> links;

  ConnectionPages(Collection<Link> links) {
    this.links =
        links.stream()
            .collect(Collectors.toMap(Link::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  /** All of them, by name. */
  public List<Page> all() {
    return links.values().stream().map(ConnectionPages::page).toList();
  }

  private static Page page(Link link) {
    return new Page(
        link.name(),
        link.config().connector(),
        PublicSettings.shown(link.config(), link.descriptor()),
        link.descriptor().settingsSchema(),
        link.descriptor().abilities().entrySet().stream()
            .collect(
                Collectors.toMap(
                    able -> able.getKey().key(),
                    able ->
                        able.getValue().stream()
                            .map(ability -> ability.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .toList(),
                    (a, b) -> a,
                    TreeMap::new)));
  }

  /** Asks the system whether the connection can do its work; only reads. Empty if unknown. */
  public Optional<Checked> check(String name) {
    return Optional.ofNullable(links.get(name)).map(link -> check(link, links.keySet()));
  }

  /**
   * Asks the system of that connection whether it can do its work; only reads.
   *
   * @param connections the names of all
   */
  public static Checked check(Link link, Collection<String> connections) {
    List<Finding> findings = new ArrayList<>(findings(link));
    findings.addAll(ListenerCheck.of(link, connections));
    return new Checked(
        findings.stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR),
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity))
            .map(ConnectionPages::line)
            .toList());
  }

  private static List<Finding> findings(Link link) {
    try {
      return link.connector().check();
    } catch (FaultException e) {
      return List.of(
          Finding.error("check", e.fault().message(), "mend it and run the check again"));
    }
  }

  private static Line line(Finding finding) {
    String remedy = finding.remedy().isEmpty() ? "" : "; " + finding.remedy();
    return new Line(
        finding.severity() == Finding.Severity.OK,
        finding.subject() + ": " + finding.problem() + remedy);
  }
}
