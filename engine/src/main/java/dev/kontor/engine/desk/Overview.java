package dev.kontor.engine.desk;

import dev.kontor.engine.reconcile.Night;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole installation at a glance.
 *
 * @param at when it was read, by the database's clock
 * @param inDoubt every create is looked up first since a restore
 * @param stopped who stopped everything that writes, null if nobody did
 * @param nights what the last nightly comparison of each flow found
 */
public record Overview(
    Instant at,
    boolean inDoubt,
    @Nullable Stop stopped,
    Needs needs,
    List<Connected> connections,
    List<Flow> flows,
    List<Night> nights) {

  /** The one switch that stops everything. */
  public record Stop(String by, Instant since, String reason) {}

  /**
   * What needs a person now.
   *
   * @param dead messages
   * @param groups of them by cause
   * @param overdue documents that should have arrived by now
   */
  public record Needs(long dead, long groups, List<Paused> paused, long overdue) {}

  /**
   * A connection or flow that is stopped.
   *
   * @param subject {@code connection:NAME} or {@code flow:NAME}
   * @param by a person, or the hub itself
   */
  public record Paused(String subject, String reason, String by, Instant since) {}

  /**
   * One connection.
   *
   * @param paused why it is stopped, null if it is not
   * @param lastCall of this process since its start, null if none was made
   * @param lastSuccess when a call of this process was last answered well, null if none was
   * @param breakerOpen it could not be reached, and one call at a time tries
   */
  public record Connected(
      String name,
      String connector,
      @Nullable String paused,
      @Nullable Instant lastCall,
      @Nullable Instant lastSuccess,
      boolean breakerOpen,
      List<Budget> budgets) {}

  /**
   * A limit kept towards a connected system.
   *
   * @param used of it at present: calls in flight of this process, requests of all
   * @param source where the value comes from
   * @param asOf when it was read there, null if the operator set it
   */
  public record Budget(
      String limit, long used, long most, String source, @Nullable LocalDate asOf) {}

  /**
   * One enabled flow.
   *
   * @param perMinute documents the target confirmed, mean of the last five minutes
   * @param waiting messages that are not finished, dead ones apart
   * @param oldestWaitingSeconds since the oldest of them arrived, 0 if there is none
   * @param lastSuccess when the target last confirmed one
   * @param slaSeconds within which a document is to arrive, null if nobody says
   * @param overdue documents that should have arrived by now
   * @param quietUntil end of the quiet hours it is in, null if it is in none
   * @param paused why it is stopped, null if it is not
   */
  public record Flow(
      String name,
      String kind,
      String from,
      String to,
      BigDecimal perMinute,
      long waiting,
      long oldestWaitingSeconds,
      long dead,
      @Nullable Instant lastSuccess,
      @Nullable Long slaSeconds,
      long overdue,
      boolean dryRun,
      @Nullable Instant quietUntil,
      @Nullable String paused) {}
}
