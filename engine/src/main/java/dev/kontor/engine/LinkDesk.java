package dev.kontor.engine;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.FlowKind;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.match.HandLinks;
import dev.kontor.engine.match.Unlinking;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Cross-references as people see, make, correct and remove them. */
public final class LinkDesk {

  /**
   * Which document is meant to be which.
   *
   * @param source connection
   * @param target connection
   * @param targetId native id there, null if the number says which
   * @param number by which people know it there, null if the id says which
   */
  public record Wanted(
      String source,
      EntityType entity,
      String sourceId,
      String target,
      @Nullable String targetId,
      @Nullable String number) {}

  private final DataSource database;
  private final Map<String, FlowLine> lines;
  private final HandLinks links;
  private final Unlinking unlinking;
  private final boolean fourEyes;
  private final Runnable wake;
  private final CrossrefStore crossrefs = new CrossrefStore();
  private final DeskStore desk = new DeskStore();

  /**
   * @param fourEyes whether decisions about money need a second person
   */
  LinkDesk(
      DataSource database,
      AuditStore audit,
      Map<String, FlowLine> lines,
      boolean fourEyes,
      Runnable wake) {
    this.database = database;
    this.fourEyes = fourEyes;
    this.lines = Map.copyOf(lines);
    this.links = new HandLinks(database, audit);
    this.unlinking =
        new Unlinking(database, audit, lines.values().stream().map(FlowLine::config).toList());
    this.wake = wake;
  }

  /** Those of the documents that people know by that number, at either end. */
  public List<Crossref> of(String number) {
    return Transactions.run(database, c -> of(c, number));
  }

  private List<Crossref> of(Connection connection, String number) throws SQLException {
    Set<String> ids = new LinkedHashSet<>(List.of(number));
    desk.byNumber(connection, number).forEach(entry -> ids.add(entry.sourceId()));
    Map<String, Crossref> found = new LinkedHashMap<>();
    for (FlowLine line : ends()) {
      EntityType entity = line.config().from().entity();
      String target = line.to().name();
      crossrefs
          .find(connection, line.from().name(), entity, List.copyOf(ids), target)
          .forEach(link -> found.put(key(link), link));
      if (entity == EntityType.ORDER) {
        crossrefs
            .findNumbered(connection, target, List.of(number))
            .forEach(link -> found.put(key(link), link));
      }
    }
    return List.copyOf(found.values());
  }

  private static String key(Crossref link) {
    return String.join("|", link.source(), link.entity().key(), link.sourceId(), link.target());
  }

  /** One flow for each pair of ends. */
  private List<FlowLine> ends() {
    Set<String> seen = new LinkedHashSet<>();
    return lines.values().stream()
        .filter(
            line ->
                seen.add(
                    line.from().name()
                        + "|"
                        + line.config().from().entity()
                        + "|"
                        + line.to().name()))
        .toList();
  }

  /**
   * Links two documents, or corrects their link, after looking the target's up.
   *
   * @param by name of the person
   * @throws FaultException if it may not be done, or the target cannot be read
   */
  public void link(Wanted wanted, String by, String reason) {
    FlowLine line = line(wanted);
    String here = wanted.sourceId();
    // A debtor goes by the key that its orders find it by, which no system knows.
    if (wanted.entity() != EntityType.CUSTOMER && !links.isThere(line, here)) {
      throw refused("sourceId", "'" + here + "' is not in " + wanted.source());
    }
    String id = wanted.targetId();
    Document there = id == null ? links.find(line, number(wanted), null) : links.byId(line, id);
    links.link(line, here, here, there, true, by, reason);
    wake.run();
  }

  private static String number(Wanted wanted) {
    String number = wanted.number();
    if (number == null) {
      throw refused("targetId", "and number are both missing; state one of them");
    }
    return number;
  }

  /**
   * Takes a link away; the documents stay as they are. What the hub did not make itself it looks at
   * once more.
   *
   * @return whether there was one
   * @throws FaultException if no flow has such documents, or the hub is at work on it
   */
  public boolean unlink(Wanted wanted, String by, String reason) {
    FlowLine line = line(wanted);
    Optional<FlowConfig> flow =
        unlinking.flows().stream()
            .filter(one -> one.kind() != FlowKind.SHARED && isBetween(one, wanted))
            .findFirst();
    try {
      return flow.isPresent()
          ? unlinking.takeOf(flow.get(), wanted.sourceId(), by, reason)
          : links.unlink(line, wanted.sourceId(), by, reason);
    } catch (ConfigException e) {
      throw refused("sourceId", e.problems().getFirst().problem());
    } finally {
      wake.run();
    }
  }

  private static boolean isBetween(FlowConfig flow, Wanted wanted) {
    return flow.from().connection().equals(wanted.source())
        && flow.to().connection().equals(wanted.target())
        && flow.from().entity() == wanted.entity();
  }

  private FlowLine line(Wanted wanted) {
    FlowLine line = configured(wanted);
    if (fourEyes && line.config().kind().isMoney()) {
      throw refused(
          "entity",
          "%s is about money, which one person alone does not link; mark its message as entered"
              .formatted(wanted.entity().key()));
    }
    return line;
  }

  /** Of several that go by the same documents, the one that makes their cross-references. */
  private FlowLine configured(Wanted wanted) {
    return lines.values().stream()
        .filter(line -> isBetween(line.config(), wanted))
        .min(Comparator.comparing(line -> line.config().kind()))
        .orElseThrow(
            () ->
                refused(
                    "entity",
                    "no flow that is switched on takes a %s from %s to %s"
                        .formatted(wanted.entity().key(), wanted.source(), wanted.target())));
  }

  private static FaultException refused(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
