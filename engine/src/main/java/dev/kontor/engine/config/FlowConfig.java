package dev.kontor.engine.config;

import dev.kontor.model.EntityType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One flow of documents from a source to a target.
 *
 * @param name unique in the installation, e.g. {@code orders}
 * @param from where documents come from
 * @param to where effects go
 * @param customers name of the flow that provides the debtor, null if none is needed
 * @param reply name of the flow that answers to the source, null if none
 * @param poll how often the source is asked for changes
 * @param missingAge after which a missing reference turns a waiting message into a dead letter
 * @param quiet when nothing is read or written for it
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
    Duration poll,
    Duration missingAge,
    QuietHours quiet) {

  /** A flow that never rests. */
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
        poll,
        missingAge,
        QuietHours.NONE);
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
}
