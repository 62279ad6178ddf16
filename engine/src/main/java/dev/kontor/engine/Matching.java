package dev.kontor.engine;

import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.Problem;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.match.Comparison;
import dev.kontor.engine.match.LinkResult;
import dev.kontor.engine.match.Matches;
import dev.kontor.engine.match.ReviewRow;
import dev.kontor.engine.match.Reviews;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Finds what both systems know already and links what people have reviewed, so that nothing is
 * created a second time. Writes to no system.
 */
public final class Matching implements AutoCloseable {

  private final List<FlowConfig> flows;
  private final Aside aside;
  private final AuditStore audit;

  /**
   * @param watch looks at the calls
   * @throws ConfigException if a mapping does not compile
   */
  public Matching(
      HubConfig config, Connectors connectors, Database database, Vault vault, Watch watch) {
    this.flows = config.flows().stream().filter(Matching::isMatched).toList();
    this.aside = new Aside(config, connectors, database, vault, watch);
    this.audit = new AuditStore(vault);
  }

  private static boolean isMatched(FlowConfig flow) {
    return switch (flow.kind()) {
      case ORDERS, CUSTOMERS -> true;
      case STATE -> flow.from().entity() == EntityType.PRODUCT;
      case STOCK, SHARED, REPLY, REFUNDS, PAYMENTS, SHIPMENTS, INVOICES, PROGRESS -> false;
    };
  }

  /** Those whose documents may be at both ends before the flow begins, switched on or not. */
  public List<FlowConfig> flows() {
    return flows;
  }

  /**
   * Reads both ends and remembers that it was done.
   *
   * @param flow one of {@link #flows}
   * @param prefixes that stand before the shop's order numbers in the ERP beside the connection's
   *     own
   * @param progress is told how many keys of one end have been read so far
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Matches compare(FlowConfig flow, Set<String> prefixes, IntConsumer progress) {
    FlowLine line = aside.line(flow);
    Comparison comparison = new Comparison(aside.translator(), aside.payloads(), aside.clock());
    Matches matches = comparison.of(line, known(line), prefixes, progress);
    comparison.remember(aside.source(), line, matches);
    return matches;
  }

  /**
   * Links what the file says, or nothing of it.
   *
   * @param file for what must be said about a row
   * @param by name of the person
   * @param correct whether links that the hub has may be replaced
   * @throws ConfigException with every row that is wrong; nothing is stored then
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public LinkResult link(String file, List<ReviewRow> rows, String by, boolean correct) {
    Reviews reviews = new Reviews(file, aside.translator(), aside.payloads(), correct);
    reviews.flows(rows, flows.stream().map(FlowConfig::name).toList());
    for (FlowConfig flow : flows) {
      FlowLine line = aside.line(flow);
      reviews.judge(line, rows, known(line));
    }
    List<Problem> problems = reviews.problems();
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return reviews.store(aside.source(), audit, by);
  }

  private List<Crossref> known(FlowLine line) {
    return Transactions.run(
        aside.source(),
        c ->
            new CrossrefStore()
                .all(c, line.from().name(), line.config().from().entity(), line.to().name()));
  }

  @Override
  public void close() {
    aside.close();
  }
}
