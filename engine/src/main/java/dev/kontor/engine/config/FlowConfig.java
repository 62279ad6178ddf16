package dev.kontor.engine.config;

import dev.kontor.model.EntityType;
import dev.kontor.model.ProgressEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One flow of documents from a source to a target.
 *
 * @param name unique in the installation, e.g. {@code orders}
 * @param from where documents come from
 * @param to where effects go
 * @param customers name of the flow that provides the debtor, null if none is needed
 * @param reply name of the flow that answers to the source, null if none
 * @param money names of the flows that carry out what happens to the money of its orders
 * @param poll how often the source is asked for changes
 * @param missingAge after which a missing reference turns a waiting message into a dead letter
 * @param quiet when nothing is read or written for it
 * @param tells what of an order's progress the shop is told
 * @param reconcile when both ends are compared by themselves, null if only on demand
 * @param dryRun whether it only says what it would write
 * @param sharing what a flow of shared customers shares
 * @param sla within what time of being placed a document is to arrive, null if nobody says
 */
public record FlowConfig(
    String name,
    FlowKind kind,
    boolean enabled,
    Source from,
    Target to,
    ExportConditions conditions,
    StockRule stock,
    @Nullable String customers,
    @Nullable String reply,
    List<String> money,
    Duration poll,
    Duration missingAge,
    QuietHours quiet,
    Set<ProgressEvent.Kind> tells,
    @Nullable DailyTime reconcile,
    boolean dryRun,
    Sharing sharing,
    @Nullable Duration sla) {

  public FlowConfig {
    money = List.copyOf(money);
    tells = Set.copyOf(tells);
  }

  /** A flow that never rests, tells everything, writes it and is compared on demand only. */
  public FlowConfig(
      String name,
      FlowKind kind,
      boolean enabled,
      Source from,
      Target to,
      ExportConditions conditions,
      StockRule stock,
      @Nullable String customers,
      @Nullable String reply,
      Duration poll,
      Duration missingAge) {
    this(
        name,
        kind,
        enabled,
        from,
        to,
        conditions,
        stock,
        customers,
        reply,
        List.of(),
        poll,
        missingAge,
        QuietHours.NONE,
        Set.of(ProgressEvent.Kind.values()),
        null,
        false,
        Sharing.USUAL,
        kind.usualSla());
  }

  /** The same, which only says what it would write. */
  public FlowConfig rehearsed() {
    return with(stock, true, sharing);
  }

  /** The same, where what these shops sold does not count. */
  FlowConfig apartFrom(Set<String> shops) {
    return with(stock.apartFrom(shops), dryRun, sharing);
  }

  FlowConfig sharing(Sharing other) {
    return with(stock, dryRun, other);
  }

  private FlowConfig with(StockRule rule, boolean rehearsal, Sharing shared) {
    return new FlowConfig(
        name,
        kind,
        enabled,
        from,
        to,
        conditions,
        rule,
        customers,
        reply,
        money,
        poll,
        missingAge,
        quiet,
        tells,
        reconcile,
        rehearsal,
        shared,
        sla);
  }

  /**
   * @param mapping id of the mapping native → model; null if the reader returns model documents
   */
  public record Source(String connection, EntityType entity, @Nullable String mapping) {}

  /**
   * @param mapping id of the mapping model → native
   * @param reading id of the mapping native → model of what the target has, null if it is not read
   */
  public record Target(
      String connection, EntityType entity, String mapping, @Nullable String reading) {

    /** One that is not read. */
    public Target(String connection, EntityType entity, String mapping) {
      this(connection, entity, mapping, null);
    }
  }

  public Optional<String> customersFlow() {
    return Optional.ofNullable(customers);
  }

  public Optional<String> replyFlow() {
    return Optional.ofNullable(reply);
  }
}
