package dev.kontor.engine.config;

import dev.kontor.model.EntityType;
import dev.kontor.model.ProgressEvent;
import java.time.Duration;
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
 * @param refunds name of the flow that credits refunds of its orders, null if none
 * @param poll how often the source is asked for changes
 * @param missingAge after which a missing reference turns a waiting message into a dead letter
 * @param quiet when nothing is read or written for it
 * @param tells what of an order's progress the shop is told
 * @param reconcile when both ends are compared by themselves, null if only on demand
 * @param dryRun whether it only says what it would write
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
    @Nullable String refunds,
    Duration poll,
    Duration missingAge,
    QuietHours quiet,
    Set<ProgressEvent.Kind> tells,
    @Nullable DailyTime reconcile,
    boolean dryRun) {

  public FlowConfig {
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
        null,
        poll,
        missingAge,
        QuietHours.NONE,
        Set.of(ProgressEvent.Kind.values()),
        null,
        false);
  }

  /** The same, which only says what it would write. */
  public FlowConfig rehearsed() {
    return new FlowConfig(
        name,
        kind,
        enabled,
        from,
        to,
        conditions,
        stock,
        customers,
        reply,
        refunds,
        poll,
        missingAge,
        quiet,
        tells,
        reconcile,
        true);
  }

  /**
   * @param mapping id of the mapping native → model; null if the reader returns model documents
   */
  public record Source(String connection, EntityType entity, @Nullable String mapping) {}

  /**
   * @param mapping id of the mapping model → native
   */
  public record Target(String connection, EntityType entity, String mapping) {}

  public Optional<String> customersFlow() {
    return Optional.ofNullable(customers);
  }

  public Optional<String> replyFlow() {
    return Optional.ofNullable(reply);
  }

  public Optional<String> refundsFlow() {
    return Optional.ofNullable(refunds);
  }
}
